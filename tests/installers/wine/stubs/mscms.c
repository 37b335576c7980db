/* The colour profiles that qwindows.dll asks Windows for: a screen has none. */

#define NOTHING(name) __declspec(dllexport) void *name(void) { return 0; }

NOTHING(CloseColorProfile)
NOTHING(GetColorProfileFromHandle)
NOTHING(OpenColorProfileW)
NOTHING(WcsCreateIccProfile)

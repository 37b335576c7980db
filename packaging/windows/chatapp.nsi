; The setup for Windows, for one person: no administrator is asked, but for the firewall's rule, and that may be refused.
; makensis -DVERSION=0.1.0 -DNUMBERS=0.1.0.0 -DPAYLOAD=dist\chatapp -DOUT=dist\chatapp-0.1.0-setup.exe packaging\windows\chatapp.nsi
; chatapp-0.1.0-setup.exe /S installs without a word, uninstall.exe /S takes it away again.

!ifdef TARGET
  Target "${TARGET}"
!endif
Unicode true
!include "MUI2.nsh"
!include "x64.nsh"
!include "LogicLib.nsh"

Name "Chatapp"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Chatapp"
InstallDirRegKey HKCU "Software\Chatapp" "InstallDir"
SetCompressor /SOLID lzma
ManifestDPIAware true

VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "Chatapp"
VIAddVersionKey FileDescription "Chatapp setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "The Chatapp developers, GPL-3.0-or-later"

!define MUI_ICON "${__FILEDIR__}\..\..\resources\icons\chatapp.ico"
!define MUI_UNICON "${MUI_ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\chatapp.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Arabic"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Chatapp"
!define RULE "Chatapp"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Chatapp needs 64-bit Windows 10 or newer." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section "Chatapp" SectionProgram
  SectionIn RO
  RMDir /r "$INSTDIR\_internal" ; nothing of an older version stays
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Chatapp.lnk" "$INSTDIR\chatapp.exe"
  WriteRegStr HKCU "Software\Chatapp" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\chatapp" "" "URL:Chatapp invite"
  WriteRegStr HKCU "Software\Classes\chatapp" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\chatapp\DefaultIcon" "" "$INSTDIR\chatapp.exe,0"
  WriteRegStr HKCU "Software\Classes\chatapp\shell\open\command" "" '"$INSTDIR\chatapp.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Chatapp"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Chatapp developers"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\chatapp.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

; Off in a silent setup and where nobody ticks it: Windows then asks when somebody hosts first.
Section /o "Let others on this network reach a chat that you host (asks for an administrator)" SectionFirewall
  ExecShellWait "runas" "netsh" 'advfirewall firewall add rule name="${RULE}" dir=in action=allow program="$INSTDIR\chatapp.exe" profile=private enable=yes' SW_HIDE
  WriteRegDWORD HKCU "Software\Chatapp" "FirewallRule" 1
SectionEnd

Section "Uninstall"
  ReadRegDWORD $0 HKCU "Software\Chatapp" "FirewallRule"
  ${If} $0 = 1
    ExecShellWait "runas" "netsh" 'advfirewall firewall delete rule name="${RULE}" program="$INSTDIR\chatapp.exe"' SW_HIDE
  ${EndIf}
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\chatapp.exe"
  Delete "$INSTDIR\chatapp-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Chatapp.lnk"
  DeleteRegKey HKCU "Software\Classes\chatapp"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegValue HKCU "Software\Chatapp" "InstallDir"
  DeleteRegValue HKCU "Software\Chatapp" "FirewallRule"
  DeleteRegKey /ifempty HKCU "Software\Chatapp" ; the person's settings are beneath it, and stay
SectionEnd

; The setup for Windows, for one person: no administrator is asked, but for the firewall's rule, and that may be refused.
; makensis -DVERSION=0.1.0 -DNUMBERS=0.1.0.0 -DPAYLOAD=dist\chatapp -DOUT=dist\chatapp-0.1.0-setup.exe packaging\windows\chatapp.nsi
; chatapp-0.1.0-setup.exe /S installs without a word, uninstall.exe /S takes it away again; with /FIREWALL the rule is made too.
; Neither touches a program that runs: they say so, or without a word end with 2.

!ifdef TARGET
  Target "${TARGET}"
!endif
Unicode true
!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "FileFunc.nsh"
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
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhereInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Arabic"

LangString TOO_OLD ${LANG_ENGLISH} "Chatapp needs 64-bit Windows 10 or newer."
LangString TOO_OLD ${LANG_GERMAN} "Chatapp braucht ein 64-Bit-Windows ab Version 10."
LangString TOO_OLD ${LANG_ARABIC} "يحتاج Chatapp إلى ويندوز 10 بإصدار 64 بت أو أحدث."
LangString RUNS ${LANG_ENGLISH} "Chatapp is running. Close it, also in the tray, and try again."
LangString RUNS ${LANG_GERMAN} "Chatapp läuft. Bitte beenden, auch im Infobereich, und noch einmal versuchen."
LangString RUNS ${LANG_ARABIC} "Chatapp قيد التشغيل. أغلقه، في علبة النظام أيضًا، ثم حاول مرة أخرى."
LangString REACHED ${LANG_ENGLISH} "Let others on this network reach a chat that you host (asks for an administrator)"
LangString REACHED ${LANG_GERMAN} "Andere in diesem Netz einen Chat erreichen lassen, den du startest (fragt nach einem Administrator)"
LangString REACHED ${LANG_ARABIC} "السماح للآخرين في هذه الشبكة بالوصول إلى دردشة تستضيفها (يتطلب مسؤولًا)"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Chatapp"
!define RULE "Chatapp"

; Windows writes to no program that runs.
!macro ABORT_WHILE_RUNNING PROGRAM
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${Loop}
!macroend

; A newer version goes where the older one is.
Function SkipWhereInstalled
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    Abort
  ${EndIf}
FunctionEnd

Section "Chatapp" SectionProgram
  SectionIn RO
  !insertmacro ABORT_WHILE_RUNNING "chatapp.exe"
  !insertmacro ABORT_WHILE_RUNNING "chatapp-cli.exe"
  RMDir /r "$INSTDIR\_internal" ; nothing of an older version stays
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Chatapp.lnk" "$INSTDIR\chatapp.exe"
  WriteRegStr HKCU "Software\Chatapp" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\chatapp" "" "URL:Chatapp invite"
  WriteRegStr HKCU "Software\Classes\chatapp" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\chatapp\DefaultIcon" "" "$INSTDIR\chatapp.exe,0"
  ; After the two dashes all that another program puts into an invite is an address, or refused, and never an option.
  WriteRegStr HKCU "Software\Classes\chatapp\shell\open\command" "" '"$INSTDIR\chatapp.exe" -- "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Chatapp"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Chatapp developers"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\chatapp.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; Off where nobody ticks it or says /FIREWALL: Windows then asks when somebody hosts first.
Section /o "$(REACHED)" SectionFirewall
  ReadRegDWORD $0 HKCU "Software\Chatapp" "FirewallRule"
  ${If} $0 <> 1 ; an upgrade would add a second one
    ClearErrors
    ExecShellWait "runas" "netsh" 'advfirewall firewall add rule name="${RULE}" dir=in action=allow program="$INSTDIR\chatapp.exe" profile=private enable=yes' SW_HIDE
    ${IfNot} ${Errors}
      WriteRegDWORD HKCU "Software\Chatapp" "FirewallRule" 1
    ${EndIf}
  ${EndIf}
SectionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    Abort
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FIREWALL" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${SectionFirewall}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro ABORT_WHILE_RUNNING "chatapp.exe"
  !insertmacro ABORT_WHILE_RUNNING "chatapp-cli.exe"
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

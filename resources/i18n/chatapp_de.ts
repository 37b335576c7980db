<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About Chatapp</source>
            <translation>Über Chatapp</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>Rooms for the people around you.</source>
            <translation>Räume für die Menschen um dich herum.</translation>
        </message>
        <message>
            <source>Profile: {name}</source>
            <translation>Profil: {name}</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Lizenzen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Chatapp is free software: GPL-3.0-or-later. It stands on the work of others:</source>
            <translation>Chatapp ist freie Software: GPL-3.0-or-later. Es baut auf der Arbeit anderer auf:</translation>
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>Guest</source>
            <translation>Gast</translation>
        </message>
    </context>
    <context>
        <name>ActionBar</name>
        <message>
            <source>React with {emoji}</source>
            <translation>Mit {emoji} reagieren</translation>
        </message>
        <message>
            <source>React…</source>
            <translation>Reagieren…</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Host a chat…</source>
            <translation>Chat &amp;eröffnen…</translation>
        </message>
        <message>
            <source>&amp;Stop hosting</source>
            <translation>Eigenen Chat &amp;schließen</translation>
        </message>
        <message>
            <source>&amp;Invite people…</source>
            <translation>Personen ein&amp;laden…</translation>
        </message>
        <message>
            <source>C&amp;opy invite</source>
            <translation>Einladung &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Manage this chat…</source>
            <translation>Diesen Chat ver&amp;walten…</translation>
        </message>
        <message>
            <source>Hand o&amp;ver this chat…</source>
            <translation>Diesen Chat über&amp;geben…</translation>
        </message>
        <message>
            <source>Ta&amp;ke over a chat…</source>
            <translation>Einen Chat übe&amp;rnehmen…</translation>
        </message>
        <message>
            <source>&amp;Test my network…</source>
            <translation>Mein Netzwerk &amp;prüfen…</translation>
        </message>
        <message>
            <source>&amp;Join a chat…</source>
            <translation>Chat bei&amp;treten…</translation>
        </message>
        <message>
            <source>&amp;Disconnect</source>
            <translation>&amp;Verbindung trennen</translation>
        </message>
        <message>
            <source>&amp;Connect now</source>
            <translation>&amp;Jetzt verbinden</translation>
        </message>
        <message>
            <source>Change &amp;name…</source>
            <translation>&amp;Namen ändern…</translation>
        </message>
        <message>
            <source>S&amp;ettings…</source>
            <translation>E&amp;instellungen…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;New room</source>
            <translation>&amp;Neuer Raum</translation>
        </message>
        <message>
            <source>&amp;Join room</source>
            <translation>Raum bei&amp;treten</translation>
        </message>
        <message>
            <source>&amp;Leave room</source>
            <translation>Raum &amp;verlassen</translation>
        </message>
        <message>
            <source>&amp;Delete room…</source>
            <translation>Raum &amp;löschen…</translation>
        </message>
        <message>
            <source>&amp;Go to…</source>
            <translation>&amp;Gehe zu…</translation>
        </message>
        <message>
            <source>&amp;Find a room</source>
            <translation>Raum &amp;finden</translation>
        </message>
        <message>
            <source>Next room</source>
            <translation>Nächster Raum</translation>
        </message>
        <message>
            <source>Previous room</source>
            <translation>Vorheriger Raum</translation>
        </message>
        <message>
            <source>Next unread room</source>
            <translation>Nächster ungelesener Raum</translation>
        </message>
        <message>
            <source>Previous unread room</source>
            <translation>Vorheriger ungelesener Raum</translation>
        </message>
        <message>
            <source>&amp;Mark all as read</source>
            <translation>Alles als gelesen mar&amp;kieren</translation>
        </message>
        <message>
            <source>Find in &amp;this room</source>
            <translation>In &amp;diesem Raum suchen</translation>
        </message>
        <message>
            <source>Find in &amp;all rooms</source>
            <translation>In &amp;allen Räumen suchen</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>Nächster Treffer</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>Vorheriger Treffer</translation>
        </message>
        <message>
            <source>Go to date…</source>
            <translation>Zu einem Datum…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>Nächster Tab</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>Vorheriger Tab</translation>
        </message>
        <message>
            <source>&amp;Close tab</source>
            <translation>Tab &amp;schließen</translation>
        </message>
        <message>
            <source>Move tab back</source>
            <translation>Tab nach vorn verschieben</translation>
        </message>
        <message>
            <source>Move tab on</source>
            <translation>Tab nach hinten verschieben</translation>
        </message>
        <message>
            <source>Mark as &amp;read</source>
            <translation>Als gelesen markie&amp;ren</translation>
        </message>
        <message>
            <source>Copy l&amp;ink to room</source>
            <translation>L&amp;ink zum Raum kopieren</translation>
        </message>
        <message>
            <source>&amp;Reply</source>
            <translation>&amp;Antworten</translation>
        </message>
        <message>
            <source>Re&amp;act…</source>
            <translation>&amp;Reagieren…</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;Löschen…</translation>
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation>&amp;Erneut senden</translation>
        </message>
        <message>
            <source>&amp;Copy message</source>
            <translation>Nachricht &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;More…</source>
            <translation>&amp;Mehr…</translation>
        </message>
        <message>
            <source>&amp;Newest message</source>
            <translation>&amp;Neueste Nachricht</translation>
        </message>
        <message>
            <source>&amp;Insert emoji…</source>
            <translation>Emoji ein&amp;fügen…</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>High &amp;contrast</source>
            <translation>Hoher &amp;Kontrast</translation>
        </message>
        <message>
            <source>&amp;People</source>
            <translation>&amp;Personen</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>Text &amp;größer</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>Text &amp;kleiner</translation>
        </message>
        <message>
            <source>&amp;Normal text</source>
            <translation>Text &amp;normal</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>Nächster Bereich</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>Vorheriger Bereich</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;About Chatapp</source>
            <translation>&amp;Über Chatapp</translation>
        </message>
        <message>
            <source>&amp;Chat</source>
            <translation>&amp;Chat</translation>
        </message>
        <message>
            <source>&amp;Room</source>
            <translation>&amp;Raum</translation>
        </message>
        <message>
            <source>N&amp;otifications</source>
            <translation>&amp;Benachrichtigungen</translation>
        </message>
        <message>
            <source>&amp;Message</source>
            <translation>&amp;Nachricht</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Design</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
    </context>
    <context>
        <name>Acts</name>
        <message>
            <source>left the rules as they were</source>
            <translation>hat die Regeln gelassen, wie sie waren</translation>
        </message>
        <message>
            <source>took away the name of the chat</source>
            <translation>hat den Namen des Chats entfernt</translation>
        </message>
        <message>
            <source>called the chat “{name}”</source>
            <translation>hat den Chat „{name}“ genannt</translation>
        </message>
        <message>
            <source>set a password</source>
            <translation>hat ein Passwort gesetzt</translation>
        </message>
        <message>
            <source>removed the password</source>
            <translation>hat das Passwort entfernt</translation>
        </message>
        <message>
            <source>let nobody new in</source>
            <translation>lässt niemand Neues hinein</translation>
        </message>
        <message>
            <source>let new people in again</source>
            <translation>lässt wieder Neue hinein</translation>
        </message>
        <message>
            <source>let invited people in only</source>
            <translation>lässt nur Eingeladene hinein</translation>
        </message>
        <message>
            <source>let people in without an invite</source>
            <translation>lässt auch ohne Einladung hinein</translation>
        </message>
        <message>
            <source>allowed connections that are not encrypted</source>
            <translation>hat Verbindungen erlaubt, die nicht verschlüsselt sind</translation>
        </message>
        <message>
            <source>forbade connections that are not encrypted</source>
            <translation>hat Verbindungen verboten, die nicht verschlüsselt sind</translation>
        </message>
        <message>
            <source>let in {people} at most</source>
            <translation>lässt höchstens {people} hinein</translation>
        </message>
        <message>
            <source>disconnected {name}</source>
            <translation>hat die Verbindung zu {name} getrennt</translation>
        </message>
        <message>
            <source>banned {whom}</source>
            <translation>hat {whom} gesperrt</translation>
        </message>
        <message>
            <source>lifted the ban of {whom}</source>
            <translation>hat die Sperre für {whom} aufgehoben</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>jemanden</translation>
        </message>
        <message>
            <source>{name} (from {address})</source>
            <translation>{name} (von {address})</translation>
        </message>
        <message>
            <source>whoever comes from {address}</source>
            <translation>alle von {address}</translation>
        </message>
        <message>
            <source>{what}, saying “{why}”</source>
            <translation>{what} und dazu gesagt: „{why}“</translation>
        </message>
        <message>
            <source>let only those in charge write in {room}</source>
            <translation>lässt in {room} nur die Leitung schreiben</translation>
        </message>
        <message>
            <source>let everybody write in {room}</source>
            <translation>lässt in {room} alle schreiben</translation>
        </message>
        <message>
            <source>made the invite “{name}” to {room}</source>
            <translation>hat die Einladung „{name}“ in {room} erstellt</translation>
        </message>
        <message>
            <source>made the invite “{name}”</source>
            <translation>hat die Einladung „{name}“ erstellt</translation>
        </message>
        <message>
            <source>took back the invite “{name}”</source>
            <translation>hat die Einladung „{name}“ zurückgenommen</translation>
        </message>
        <message>
            <source>deleted a message in {room}</source>
            <translation>hat in {room} eine Nachricht gelöscht</translation>
        </message>
        <message>
            <source>deleted {room}</source>
            <translation>hat {room} gelöscht</translation>
        </message>
    </context>
    <context>
        <name>Announcer</name>
        <message numerus="yes">
            <source>%Ln new messages</source>
            <translation>
                <numerusform>%Ln neue Nachricht</numerusform>
                <numerusform>%Ln neue Nachrichten</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AskText</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>Assurance</name>
        <message>
            <source>Compare…</source>
            <translation>Vergleichen…</translation>
        </message>
        <message>
            <source>Another host was here before. Now it is the one whom your invite names: if that surprises you, ask the host whether the invite is from them.</source>
            <translation>Hier war bisher ein anderer Host. Jetzt ist es der, den deine Einladung nennt: Wenn dich das wundert, frag den Host, ob die Einladung von ihm ist.</translation>
        </message>
        <message>
            <source>You are here for the first time. The host's code is {code}.</source>
            <translation>Du bist zum ersten Mal hier. Der Code des Hosts ist {code}.</translation>
        </message>
    </context>
    <context>
        <name>AwayDialog</name>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>They read this</source>
            <translation>Die Person liest das</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>BanDialog</name>
        <message>
            <source>Ban {name}?</source>
            <translation>{name} sperren?</translation>
        </message>
        <message>
            <source>They are disconnected, and not let in again until the ban ends or you lift it.</source>
            <translation>Die Verbindung wird getrennt, und wieder hinein geht es erst, wenn die Sperre endet oder du sie aufhebst.</translation>
        </message>
        <message>
            <source>This person, wherever they connect from</source>
            <translation>Diese Person, egal von wo sie sich verbindet</translation>
        </message>
        <message>
            <source>Whoever connects from their computer or network</source>
            <translation>Alle, die sich von diesem Computer oder Netzwerk verbinden</translation>
        </message>
        <message>
            <source>For how long</source>
            <translation>Wie lange</translation>
        </message>
        <message>
            <source>Only possible for people who have proven their name.</source>
            <translation>Geht nur bei Personen mit bestätigtem Namen.</translation>
        </message>
        <message>
            <source>Ban</source>
            <translation>Sperren</translation>
        </message>
    </context>
    <context>
        <name>BansPage</name>
        <message>
            <source>Bans</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Who is not let in.</source>
            <translation>Wer nicht hineingelassen wird.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>What is kept out</source>
            <translation>Was gesperrt ist</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Nobody is banned.</source>
            <translation>Niemand ist gesperrt.</translation>
        </message>
        <message>
            <source>Lift ban</source>
            <translation>Sperre aufheben</translation>
        </message>
        <message>
            <source>this person</source>
            <translation>diese Person</translation>
        </message>
    </context>
    <context>
        <name>Canvas</name>
        <message>
            <source>Loading…</source>
            <translation>Wird geladen…</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Remove from recent emoji</source>
            <translation>Aus den zuletzt verwendeten entfernen</translation>
        </message>
        <message>
            <source>Remove all recent emoji</source>
            <translation>Alle zuletzt verwendeten Emoji entfernen</translation>
        </message>
    </context>
    <context>
        <name>Care</name>
        <message numerus="yes">
            <source>%Ln people will be disconnected.</source>
            <translation>
                <numerusform>Die Verbindung zu %Ln Person wird getrennt.</numerusform>
                <numerusform>Die Verbindung zu %Ln Personen wird getrennt.</numerusform>
            </translation>
        </message>
        <message>
            <source>They come back by themselves once it is awake again.</source>
            <translation>Sie kommen von selbst zurück, sobald er wieder wach ist.</translation>
        </message>
        <message>
            <source>This computer is going to sleep</source>
            <translation>Dieser Computer geht schlafen</translation>
        </message>
    </context>
    <context>
        <name>Chats</name>
        <message>
            <source>Connecting to {address}…</source>
            <translation>Verbindung zu {address} wird aufgebaut…</translation>
        </message>
        <message>
            <source>This stops your own chat for everybody in it.</source>
            <translation>Damit schließt du deinen eigenen Chat für alle darin.</translation>
        </message>
        <message>
            <source>You leave the chat that you are in.</source>
            <translation>Du verlässt den Chat, in dem du gerade bist.</translation>
        </message>
        <message>
            <source>Trying the password…</source>
            <translation>Passwort wird geprüft…</translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation>Dein Chat</translation>
        </message>
        <message>
            <source>Opening your chat…</source>
            <translation>Dein Chat wird eröffnet…</translation>
        </message>
        <message>
            <source>Others can join at {address}</source>
            <translation>Andere können unter {address} beitreten</translation>
        </message>
        <message>
            <source>Port {asked} is in use by another program, so this chat is on port {port}.</source>
            <translation>Port {asked} wird von einem anderen Programm benutzt, daher läuft dieser Chat auf Port {port}.</translation>
        </message>
        <message>
            <source>Copy invite</source>
            <translation>Einladung kopieren</translation>
        </message>
        <message>
            <source>Show QR code</source>
            <translation>QR-Code zeigen</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>You stopped hosting. What was said is kept, for when you host again.</source>
            <translation>Du hast deinen Chat geschlossen. Was geschrieben wurde, ist wieder da, wenn du ihn das nächste Mal eröffnest.</translation>
        </message>
        <message>
            <source>Host again</source>
            <translation>Wieder eröffnen</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Host a chat</source>
            <translation>Chat eröffnen</translation>
        </message>
        <message>
            <source>Somebody else hosts: on this network, or elsewhere with an invite for you.</source>
            <translation>Jemand anderes hat einen Chat eröffnet: in diesem Netzwerk oder anderswo, mit einer Einladung für dich.</translation>
        </message>
        <message>
            <source>Join a chat</source>
            <translation>Chat beitreten</translation>
        </message>
        <message>
            <source>On this computer, for people on your network. One click, no account.</source>
            <translation>Auf diesem Computer, für alle in deinem Netzwerk. Ein Klick, kein Konto.</translation>
        </message>
        <message>
            <source>Again on this computer, at the address that you gave to others before.</source>
            <translation>Wieder auf diesem Computer, unter der Adresse, die du schon weitergegeben hast.</translation>
        </message>
    </context>
    <context>
        <name>Completer</name>
        <message numerus="yes">
            <source>%Ln suggestions. Tab inserts {first}.</source>
            <translation>
                <numerusform>%Ln Vorschlag. Tab fügt {first} ein.</numerusform>
                <numerusform>%Ln Vorschläge. Tab fügt {first} ein.</numerusform>
            </translation>
        </message>
        <message>
            <source>{suggestion}, {place} of {count}</source>
            <translation>{suggestion}, {place} von {count}</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>Emoji</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <source>Send (Enter)</source>
            <translation>Senden (Eingabe)</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Nicht gesendet</translation>
        </message>
        <message>
            <source>Message {room} ({pace})</source>
            <translation>Nachricht an {room} ({pace})</translation>
        </message>
        <message>
            <source>Message {room}</source>
            <translation>Nachricht an {room}</translation>
        </message>
        <message>
            <source>Replying to {author}: {text}</source>
            <translation>Antwort an {author}: {text}</translation>
        </message>
        <message>
            <source>Editing your message</source>
            <translation>Du bearbeitest deine Nachricht</translation>
        </message>
        <message numerus="yes">
            <source>%Ln left</source>
            <translation>
                <numerusform>Noch %Ln</numerusform>
                <numerusform>Noch %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln too many</source>
            <translation>
                <numerusform>%Ln zu viel</numerusform>
                <numerusform>%Ln zu viel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>These %Ln characters are more than fits here. Paste them in parts.</source>
            <translation>
                <numerusform>Dieses %Ln Zeichen ist mehr, als hier hineinpasst. Füge den Text in Teilen ein.</numerusform>
                <numerusform>Diese %Ln Zeichen sind mehr, als hier hineinpassen. Füge sie in Teilen ein.</numerusform>
            </translation>
        </message>
        <message>
            <source>Emoji…</source>
            <translation>Emoji…</translation>
        </message>
        <message numerus="yes">
            <source>This is %Ln characters too long to be sent at once. Send it in parts.</source>
            <translation>
                <numerusform>Das ist um %Ln Zeichen zu lang für eine Nachricht. Sende es in Teilen.</numerusform>
                <numerusform>Das ist um %Ln Zeichen zu lang für eine Nachricht. Sende es in Teilen.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is typing…</source>
            <translation>{name} schreibt…</translation>
        </message>
        <message>
            <source>{name} and {other} are typing…</source>
            <translation>{name} und {other} schreiben…</translation>
        </message>
        <message>
            <source>{name}, {other} and {third} are typing…</source>
            <translation>{name}, {other} und {third} schreiben…</translation>
        </message>
        <message>
            <source>Several people are typing…</source>
            <translation>Mehrere schreiben…</translation>
        </message>
    </context>
    <context>
        <name>ConnectionBar</name>
        <message>
            <source>The connection is there again.</source>
            <translation>Die Verbindung ist wieder da.</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Verbindung wird aufgebaut…</translation>
        </message>
        <message>
            <source>The server does not accept this name.</source>
            <translation>Der Server nimmt diesen Namen nicht an.</translation>
        </message>
        <message>
            <source>Change name…</source>
            <translation>Namen ändern…</translation>
        </message>
        <message>
            <source>The host asks for a password.</source>
            <translation>Der Host verlangt ein Passwort.</translation>
        </message>
        <message>
            <source>Enter password…</source>
            <translation>Passwort eingeben…</translation>
        </message>
        <message>
            <source>The host does not let you in.</source>
            <translation>Der Host lässt dich nicht hinein.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>You are disconnected.</source>
            <translation>Du bist nicht verbunden.</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <source>Reconnecting in {seconds} s…</source>
            <translation>Neuer Versuch in {seconds} s…</translation>
        </message>
        <message>
            <source>Reconnecting…</source>
            <translation>Verbindung wird wieder aufgebaut…</translation>
        </message>
    </context>
    <context>
        <name>Counts</name>
        <message numerus="yes">
            <source>%Ln people</source>
            <translation>
                <numerusform>%Ln Person</numerusform>
                <numerusform>%Ln Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seconds</source>
            <translation>
                <numerusform>%Ln Sekunde</numerusform>
                <numerusform>%Ln Sekunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minutes</source>
            <translation>
                <numerusform>%Ln Minute</numerusform>
                <numerusform>%Ln Minuten</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DayFinder</name>
        <message>
            <source>The room was deleted and made anew meanwhile. Try again.</source>
            <translation>Der Raum wurde inzwischen gelöscht und neu angelegt. Versuche es noch einmal.</translation>
        </message>
        <message>
            <source>Nothing has been said here since then.</source>
            <translation>Seitdem wurde hier nichts geschrieben.</translation>
        </message>
        <message>
            <source>Nothing has been said here yet.</source>
            <translation>Hier wurde noch nichts geschrieben.</translation>
        </message>
        <message>
            <source>You are disconnected, so the messages of that day cannot be looked up.</source>
            <translation>Du bist nicht verbunden, daher lassen sich die Nachrichten dieses Tages nicht nachschlagen.</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>New room</source>
            <translation>Neuer Raum</translation>
        </message>
        <message>
            <source>Room name</source>
            <translation>Name des Raums</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>Change name</source>
            <translation>Namen ändern</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>Neuer Name</translation>
        </message>
        <message>
            <source>Your messages carry the new name from now on.</source>
            <translation>Deine Nachrichten tragen ab jetzt den neuen Namen.</translation>
        </message>
        <message>
            <source>Delete {room}?</source>
            <translation>{room} löschen?</translation>
        </message>
        <message>
            <source>Everybody in it leaves it, and it disappears from everybody's list. This cannot be undone.</source>
            <translation>Alle verlassen ihn, und er verschwindet bei allen aus der Liste. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Delete room</source>
            <translation>Raum löschen</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Hinein</translation>
        </message>
        <message>
            <source>The host lets in whoever has an invite or knows the password.</source>
            <translation>Der Host lässt hinein, wer eine Einladung hat oder das Passwort kennt.</translation>
        </message>
        <message>
            <source>You will be called {name} once you are connected.</source>
            <translation>Du heißt {name}, sobald du verbunden bist.</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Choose a room on the left.</source>
            <translation>Wähle links einen Raum.</translation>
        </message>
    </context>
    <context>
        <name>Doubts</name>
        <message>
            <source>{name} is here, and is not the {known} whom you know from before.</source>
            <translation>{name} ist da und ist nicht {known}, wie du die Person von früher kennst.</translation>
        </message>
    </context>
    <context>
        <name>EmojiGroups</name>
        <message>
            <source>Recent</source>
            <translation>Zuletzt verwendet</translation>
        </message>
        <message>
            <source>Smileys and emotion</source>
            <translation>Smileys und Gefühle</translation>
        </message>
        <message>
            <source>People and body</source>
            <translation>Menschen und Körper</translation>
        </message>
        <message>
            <source>Animals and nature</source>
            <translation>Tiere und Natur</translation>
        </message>
        <message>
            <source>Food and drink</source>
            <translation>Essen und Trinken</translation>
        </message>
        <message>
            <source>Travel and places</source>
            <translation>Reisen und Orte</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Aktivitäten</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>Gegenstände</translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation>Symbole</translation>
        </message>
        <message>
            <source>Flags</source>
            <translation>Flaggen</translation>
        </message>
    </context>
    <context>
        <name>EmojiModel</name>
        <message>
            <source>Alt+Down for skin tones</source>
            <translation>Alt+Herunter für Hauttöne</translation>
        </message>
    </context>
    <context>
        <name>EmojiPopup</name>
        <message>
            <source>Choose an emoji</source>
            <translation>Emoji auswählen</translation>
        </message>
        <message>
            <source>Emoji groups</source>
            <translation>Emoji-Gruppen</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>Emoji</translation>
        </message>
        <message>
            <source>No emoji found</source>
            <translation>Kein Emoji gefunden</translation>
        </message>
        <message>
            <source>Try another word, or part of one.</source>
            <translation>Versuche ein anderes Wort oder einen Teil davon.</translation>
        </message>
        <message>
            <source>Skin tone of all emoji</source>
            <translation>Hautton aller Emoji</translation>
        </message>
        <message>
            <source>Search results</source>
            <translation>Suchergebnisse</translation>
        </message>
        <message numerus="yes">
            <source>%Ln emoji found, first: {name}</source>
            <translation>
                <numerusform>%Ln Emoji gefunden: {name}</numerusform>
                <numerusform>%Ln Emoji gefunden, das erste: {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export {room}</source>
            <translation>{room} exportieren</translation>
        </message>
        <message>
            <source>Everything said in this room that the server still keeps, in one file.</source>
            <translation>Alles, was in diesem Raum geschrieben wurde und noch auf dem Server liegt, in einer Datei.</translation>
        </message>
        <message>
            <source>A page to read in a browser</source>
            <translation>Seite zum Lesen im Browser</translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation>Reiner Text</translation>
        </message>
        <message>
            <source>Data for other programs (JSON)</source>
            <translation>Daten für andere Programme (JSON)</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Change where it is saved</source>
            <translation>Ändern, wo gespeichert wird</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Speichern als</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>{count} so far…</source>
            <translation>Bisher {count}…</translation>
        </message>
        <message>
            <source>It takes about {time} more: a long room is read in small parts, so that the chat goes on.</source>
            <translation>Es dauert noch etwa {time}: Ein langer Raum wird in kleinen Teilen gelesen, damit der Chat weiterläuft.</translation>
        </message>
        <message>
            <source>Saved: {count}.</source>
            <translation>Gespeichert: {count}.</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message>
            <source>The room was deleted and made anew meanwhile. Nothing was saved.</source>
            <translation>Der Raum wurde inzwischen gelöscht und neu angelegt. Es wurde nichts gespeichert.</translation>
        </message>
        <message>
            <source>You are disconnected, so the rest could not be read. Nothing was saved.</source>
            <translation>Du bist nicht mehr verbunden, daher konnte der Rest nicht gelesen werden. Es wurde nichts gespeichert.</translation>
        </message>
        <message>
            <source>This message was deleted.</source>
            <translation>Diese Nachricht wurde gelöscht.</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>gelöscht</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>bearbeitet</translation>
        </message>
        <message>
            <source>reply to {quote}</source>
            <translation>Antwort auf {quote}</translation>
        </message>
        <message>
            <source>an earlier message</source>
            <translation>eine frühere Nachricht</translation>
        </message>
        <message>
            <source>The file cannot be written here: {why}.</source>
            <translation>Die Datei lässt sich hier nicht schreiben: {why}.</translation>
        </message>
    </context>
    <context>
        <name>Found</name>
        <message>
            <source>Test my network</source>
            <translation>Mein Netzwerk prüfen</translation>
        </message>
        <message>
            <source>On this network</source>
            <translation>In diesem Netzwerk</translation>
        </message>
        <message numerus="yes">
            <source>%Ln hosts found on this network</source>
            <translation>
                <numerusform>%Ln Chat in diesem Netzwerk gefunden</numerusform>
                <numerusform>%Ln Chats in diesem Netzwerk gefunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody hosts on this network yet. As soon as somebody does, you see it here.</source>
            <translation>In diesem Netzwerk hat noch niemand einen Chat eröffnet. Sobald es jemand tut, siehst du es hier.</translation>
        </message>
        <message>
            <source>This computer has no network at the moment. Connect to the Wi-Fi, or put a cable in.</source>
            <translation>Dieser Computer hat gerade kein Netzwerk. Verbinde ihn mit dem WLAN oder stecke ein Kabel ein.</translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <source>Hosts on this network</source>
            <translation>Chats in diesem Netzwerk</translation>
        </message>
    </context>
    <context>
        <name>FoundServers</name>
        <message>
            <source>no longer there</source>
            <translation>nicht mehr da</translation>
        </message>
        <message>
            <source>nobody there yet</source>
            <translation>noch niemand da</translation>
        </message>
        <message>
            <source>joined before</source>
            <translation>schon besucht</translation>
        </message>
        <message>
            <source>by invite or password</source>
            <translation>mit Einladung oder Passwort</translation>
        </message>
    </context>
    <context>
        <name>GoToDateDialog</name>
        <message>
            <source>Go to a date</source>
            <translation>Zu einem Datum gehen</translation>
        </message>
        <message>
            <source>The first message of that day in {room}, or the next one after it.</source>
            <translation>Die erste Nachricht dieses Tages in {room} oder die nächste danach.</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>First message</source>
            <translation>Erste Nachricht</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Go to date</source>
            <translation>Zum Datum gehen</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Wird gesucht…</translation>
        </message>
    </context>
    <context>
        <name>GoneFoot</name>
        <message>
            <source>{room} was deleted. You can still read what was said.</source>
            <translation>{room} wurde gelöscht. Du kannst noch lesen, was geschrieben wurde.</translation>
        </message>
        <message>
            <source>Copy what you wrote</source>
            <translation>Geschriebenes kopieren</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>Tab schließen</translation>
        </message>
    </context>
    <context>
        <name>HandOver</name>
        <message>
            <source>Hand over this chat</source>
            <translation>Diesen Chat übergeben</translation>
        </message>
        <message>
            <source>One file takes everything to another computer: what was said, the rooms, the rules, and the key by which others know this host. Invites go on to work there.</source>
            <translation>Eine Datei bringt alles auf einen anderen Computer: was geschrieben wurde, die Räume, die Regeln und den Schlüssel, an dem andere diesen Host erkennen. Einladungen gelten dort weiter.</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Change where it is saved</source>
            <translation>Ändern, wo gespeichert wird</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>Passwort der Datei</translation>
        </message>
        <message>
            <source>Whoever has the file and this password can pass for you as the host. Give both only to the person who takes over.</source>
            <translation>Wer die Datei und dieses Passwort hat, kann sich als Host an deiner Stelle ausgeben. Gib beides nur der Person, die übernimmt.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>my-chat</source>
            <translation>mein-chat</translation>
        </message>
        <message>
            <source>Saved. Stop hosting here, then open Chatapp on the other computer and choose Chat ▸ Take over a chat.</source>
            <translation>Gespeichert. Schließe hier den Chat, öffne dann Chatapp auf dem anderen Computer und wähle Chat ▸ Einen Chat übernehmen.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>Speichern als</translation>
        </message>
        <message>
            <source>At least {number} characters, please.</source>
            <translation>Bitte mindestens {number} Zeichen.</translation>
        </message>
    </context>
    <context>
        <name>HitList</name>
        <message>
            <source>Search results</source>
            <translation>Suchergebnisse</translation>
        </message>
    </context>
    <context>
        <name>Hits</name>
        <message>
            <source>{author}, {when}, {room}, {text}</source>
            <translation>{author}, {when}, {room}, {text}</translation>
        </message>
    </context>
    <context>
        <name>HostDialog</name>
        <message>
            <source>Host a chat</source>
            <translation>Chat eröffnen</translation>
        </message>
        <message>
            <source>Everyone on my network</source>
            <translation>Alle in meinem Netzwerk</translation>
        </message>
        <message>
            <source>Only this computer</source>
            <translation>Nur dieser Computer</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Use the next free port</source>
            <translation>Nächsten freien Port nehmen</translation>
        </message>
        <message>
            <source>Who can join?</source>
            <translation>Wer kann beitreten?</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Start hosting</source>
            <translation>Chat eröffnen</translation>
        </message>
    </context>
    <context>
        <name>HostPanel</name>
        <message>
            <source>Manage this chat</source>
            <translation>Diesen Chat verwalten</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Übergeben…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>This computer stays awake while you host. A closed lid still sends most laptops to sleep.</source>
            <translation>Dieser Computer bleibt wach, solange dein Chat offen ist. Die meisten Laptops schlafen trotzdem ein, wenn man sie zuklappt.</translation>
        </message>
        <message>
            <source>This computer may fall asleep by itself: that would disconnect everyone.</source>
            <translation>Dieser Computer kann von selbst einschlafen: Dann verlieren alle die Verbindung.</translation>
        </message>
        <message>
            <source>You are not connected, or not in charge of this chat any more.</source>
            <translation>Du bist nicht verbunden oder leitest diesen Chat nicht mehr.</translation>
        </message>
    </context>
    <context>
        <name>Hosting</name>
        <message>
            <source>Stop hosting?</source>
            <translation>Deinen Chat schließen?</translation>
        </message>
        <message>
            <source>Stop hosting</source>
            <translation>Chat schließen</translation>
        </message>
        <message numerus="yes">
            <source>If you stop hosting, %Ln people will be disconnected.</source>
            <translation>
                <numerusform>Wenn du den Chat schließt, wird die Verbindung zu %Ln Person getrennt.</numerusform>
                <numerusform>Wenn du den Chat schließt, wird die Verbindung zu %Ln Personen getrennt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody else is here at the moment.</source>
            <translation>Im Moment ist sonst niemand hier.</translation>
        </message>
        <message>
            <source>The chat can go on without the window: its icon in the system tray brings it back.</source>
            <translation>Der Chat kann ohne das Fenster weiterlaufen: Sein Symbol im Infobereich holt es zurück.</translation>
        </message>
        <message>
            <source>Go on without the window?</source>
            <translation>Ohne das Fenster weiterlaufen?</translation>
        </message>
        <message>
            <source>Stop hosting and quit</source>
            <translation>Chat schließen und beenden</translation>
        </message>
        <message>
            <source>Keep the window open</source>
            <translation>Fenster offen lassen</translation>
        </message>
        <message>
            <source>Keep hosting in the tray</source>
            <translation>Im Infobereich weiterlaufen</translation>
        </message>
        <message>
            <source>Keep hosting</source>
            <translation>Offen lassen</translation>
        </message>
        <message>
            <source>The rooms and what was said in them are here again when you host next.</source>
            <translation>Die Räume und was darin geschrieben wurde sind wieder da, wenn du den Chat das nächste Mal eröffnest.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people will be disconnected.</source>
            <translation>
                <numerusform>Die Verbindung zu %Ln Person wird getrennt.</numerusform>
                <numerusform>Die Verbindung zu %Ln Personen wird getrennt.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HostingStatus</name>
        <message>
            <source>Copy invite</source>
            <translation>Einladung kopieren</translation>
        </message>
        <message>
            <source>Manage</source>
            <translation>Verwalten</translation>
        </message>
        <message>
            <source>Hosting on {address}</source>
            <translation>Dein Chat läuft unter {address}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln not encrypted</source>
            <translation>
                <numerusform>%Ln nicht verschlüsselt</numerusform>
                <numerusform>%Ln nicht verschlüsselt</numerusform>
            </translation>
        </message>
        <message>
            <source>encrypted</source>
            <translation>verschlüsselt</translation>
        </message>
        <message>
            <source>not encrypted</source>
            <translation>nicht verschlüsselt</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
    </context>
    <context>
        <name>InviteDialog</name>
        <message>
            <source>Invite people</source>
            <translation>Personen einladen</translation>
        </message>
        <message>
            <source>They open Chatapp, choose “Join a chat” and paste the link or type the address.</source>
            <translation>Sie öffnen Chatapp, wählen „Chat beitreten“ und fügen den Link ein oder tippen die Adresse.</translation>
        </message>
        <message>
            <source>First room</source>
            <translation>Erster Raum</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <source>Invite without password…</source>
            <translation>Einladung ohne Passwort…</translation>
        </message>
        <message>
            <source>Somebody cannot join? Test my network</source>
            <translation>Jemand kann nicht beitreten? Mein Netzwerk prüfen</translation>
        </message>
        <message>
            <source>Show large</source>
            <translation>Groß zeigen</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Bild speichern…</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>Als Text kopieren</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Bild kopieren</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Address to type</source>
            <translation>Adresse zum Eintippen</translation>
        </message>
        <message>
            <source>The one where everybody begins</source>
            <translation>Der, in dem alle anfangen</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Second address</source>
            <translation>Zweite Adresse</translation>
        </message>
        <message>
            <source>Third address</source>
            <translation>Dritte Adresse</translation>
        </message>
        <message>
            <source>Copy {address}</source>
            <translation>{address} kopieren</translation>
        </message>
        <message>
            <source>The rules of this chat let nobody new in at the moment.</source>
            <translation>Die Regeln dieses Chats lassen im Moment niemand Neues hinein.</translation>
        </message>
        <message>
            <source>Whoever comes with this link is asked for the password.</source>
            <translation>Wer mit diesem Link kommt, wird nach dem Passwort gefragt.</translation>
        </message>
        <message>
            <source>This link alone lets nobody in. Give them an invite without password.</source>
            <translation>Dieser Link allein lässt niemanden hinein. Gib eine Einladung ohne Passwort weiter.</translation>
        </message>
        <message>
            <source>Lets in without the password until {moment}.</source>
            <translation>Lässt ohne Passwort hinein, bis {moment}.</translation>
        </message>
        <message>
            <source>Lets in without the password until you take it back.</source>
            <translation>Lässt ohne Passwort hinein, bis du sie zurücknimmst.</translation>
        </message>
        <message>
            <source>QR code of the invite</source>
            <translation>QR-Code der Einladung</translation>
        </message>
        <message>
            <source>The same link as a picture, for whoever has a camera.</source>
            <translation>Derselbe Link als Bild, für alle mit einer Kamera.</translation>
        </message>
        <message>
            <source>Whoever types the address can compare this code with you: {code}</source>
            <translation>Wer die Adresse tippt, kann diesen Code mit dir vergleichen: {code}</translation>
        </message>
        <message>
            <source>Join our chat with Chatapp. Choose “Join a chat” and paste this link:</source>
            <translation>Tritt unserem Chat mit Chatapp bei. Wähle „Chat beitreten“ und füge diesen Link ein:</translation>
        </message>
        <message>
            <source>Or type this address: {address}</source>
            <translation>Oder tippe diese Adresse: {address}</translation>
        </message>
        <message>
            <source>The code of our host: {code}</source>
            <translation>Der Code unseres Hosts: {code}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <source>Saved as {path}.</source>
            <translation>Gespeichert als {path}.</translation>
        </message>
        <message>
            <source>{path} cannot be written. Choose another place.</source>
            <translation>{path} lässt sich nicht schreiben. Wähle einen anderen Ort.</translation>
        </message>
    </context>
    <context>
        <name>Invited</name>
        <message>
            <source>Join this chat?</source>
            <translation>Diesem Chat beitreten?</translation>
        </message>
        <message>
            <source>You were given a link to a chat.</source>
            <translation>Du hast einen Link zu einem Chat bekommen.</translation>
        </message>
        <message>
            <source>At {address}, as {name}</source>
            <translation>Unter {address}, als {name}</translation>
        </message>
        <message>
            <source>It leads to the room {room}.</source>
            <translation>Er führt in den Raum {room}.</translation>
        </message>
        <message>
            <source>The link tells how to recognise the host: nobody else can pass for them.</source>
            <translation>Der Link sagt, woran der Host zu erkennen ist: Niemand anderes kann sich dafür ausgeben.</translation>
        </message>
        <message>
            <source>The link does not tell how to recognise the host. Join if you trust who gave it to you.</source>
            <translation>Der Link sagt nicht, woran der Host zu erkennen ist. Tritt bei, wenn du der Person vertraust, die ihn dir gegeben hat.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Jetzt nicht</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Beitreten</translation>
        </message>
    </context>
    <context>
        <name>InvitesPage</name>
        <message>
            <source>Invites</source>
            <translation>Einladungen</translation>
        </message>
        <message>
            <source>These let people in without the password. One that you take back lets nobody new in.</source>
            <translation>Sie lassen ohne Passwort hinein. Eine, die du zurücknimmst, lässt niemand Neues mehr hinein.</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Benutzt</translation>
        </message>
        <message numerus="yes">
            <source>%Ln times</source>
            <translation>
                <numerusform>%Ln-mal</numerusform>
                <numerusform>%Ln-mal</numerusform>
            </translation>
        </message>
        <message>
            <source>Works until</source>
            <translation>Gilt bis</translation>
        </message>
        <message>
            <source>Begins in</source>
            <translation>Beginnt in</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Erstellt von</translation>
        </message>
        <message>
            <source>No invite was made yet.</source>
            <translation>Es wurde noch keine Einladung erstellt.</translation>
        </message>
        <message>
            <source>New invite…</source>
            <translation>Neue Einladung…</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
    </context>
    <context>
        <name>Join</name>
        <message>
            <source>Server address</source>
            <translation>Adresse des Servers</translation>
        </message>
        <message>
            <source>192.168.1.20:20200, or an invite</source>
            <translation>192.168.1.20:20200 oder eine Einladung</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Beitreten</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Address or invite</source>
            <translation>Adresse oder Einladung</translation>
        </message>
        <message>
            <source>Whoever hosts can give you one. Or choose a chat from the list below.</source>
            <translation>Wer den Chat eröffnet hat, kann sie dir geben. Oder wähle unten einen Chat aus der Liste.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
    </context>
    <context>
        <name>JoinFoot</name>
        <message>
            <source>What you wrote is kept until then.</source>
            <translation>Was du geschrieben hast, bleibt bis dahin erhalten.</translation>
        </message>
        <message>
            <source>Join {room} to write</source>
            <translation>{room} beitreten</translation>
        </message>
        <message>
            <source>Join room</source>
            <translation>Raum beitreten</translation>
        </message>
        <message>
            <source>You are looking into this room.</source>
            <translation>Du schaust in diesen Raum hinein.</translation>
        </message>
    </context>
    <context>
        <name>JumpButton</name>
        <message numerus="yes">
            <source>↓ %Ln new</source>
            <translation>
                <numerusform>↓ %Ln neue</numerusform>
                <numerusform>↓ %Ln neue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>↓ %Ln+ new</source>
            <translation>
                <numerusform>↓ %Ln+ neue</numerusform>
                <numerusform>↓ %Ln+ neue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new messages</source>
            <translation>
                <numerusform>%Ln neue Nachricht</numerusform>
                <numerusform>%Ln neue Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>To the newest message</source>
            <translation>Zur neuesten Nachricht</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Writing</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <source>Send the message</source>
            <translation>Nachricht senden</translation>
        </message>
        <message>
            <source>Break the line</source>
            <translation>Neue Zeile</translation>
        </message>
        <message>
            <source>Edit your last message, where nothing is written</source>
            <translation>Deine letzte Nachricht bearbeiten, wenn nichts geschrieben ist</translation>
        </message>
        <message>
            <source>Cancel a reply or an edit</source>
            <translation>Antwort oder Bearbeitung abbrechen</translation>
        </message>
        <message>
            <source>Complete :emoji: and @name</source>
            <translation>:emoji: und @Name vervollständigen</translation>
        </message>
        <message>
            <source>Choose among the suggestions</source>
            <translation>Unter den Vorschlägen wählen</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Previous and next message</source>
            <translation>Vorherige und nächste Nachricht</translation>
        </message>
        <message>
            <source>Select messages</source>
            <translation>Nachrichten auswählen</translation>
        </message>
        <message>
            <source>Everything that can be done with a message</source>
            <translation>Alles, was man mit einer Nachricht tun kann</translation>
        </message>
        <message>
            <source>Delete your message</source>
            <translation>Deine Nachricht löschen</translation>
        </message>
        <message>
            <source>Oldest and newest message</source>
            <translation>Älteste und neueste Nachricht</translation>
        </message>
        <message>
            <source>Copy what is selected</source>
            <translation>Auswahl kopieren</translation>
        </message>
        <message>
            <source>Select everything</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <source>Rooms and people</source>
            <translation>Räume und Personen</translation>
        </message>
        <message>
            <source>Open a room, mention a person</source>
            <translation>Raum öffnen, Person erwähnen</translation>
        </message>
        <message>
            <source>Everything that can be done with them</source>
            <translation>Alles, was man mit ihnen tun kann</translation>
        </message>
        <message>
            <source>From the filter into the list</source>
            <translation>Vom Suchfeld in die Liste</translation>
        </message>
        <message>
            <source>Show all rooms again</source>
            <translation>Wieder alle Räume zeigen</translation>
        </message>
        <message>
            <source>Going to rooms, people and commands</source>
            <translation>Zu Räumen, Personen und Befehlen gehen</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>Dorthin gehen</translation>
        </message>
        <message>
            <source>Go there and join the room</source>
            <translation>Dorthin gehen und dem Raum beitreten</translation>
        </message>
        <message>
            <source>Rooms, people or commands alone</source>
            <translation>Nur Räume, Personen oder Befehle</translation>
        </message>
        <message>
            <source>Back to where you were</source>
            <translation>Zurück, wo du warst</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Next and previous hit</source>
            <translation>Nächster und vorheriger Treffer</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>Emoji</translation>
        </message>
        <message>
            <source>Insert the emoji</source>
            <translation>Emoji einfügen</translation>
        </message>
        <message>
            <source>Insert it and choose another one</source>
            <translation>Einfügen und ein weiteres wählen</translation>
        </message>
        <message>
            <source>Other skin tones</source>
            <translation>Andere Hauttöne</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>KickDialog</name>
        <message>
            <source>Disconnect {name}?</source>
            <translation>Die Verbindung zu {name} trennen?</translation>
        </message>
        <message>
            <source>They can come back. To keep them out, ban them.</source>
            <translation>Die Person kann zurückkommen. Damit sie draußen bleibt, sperre sie.</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>Verbindung trennen</translation>
        </message>
    </context>
    <context>
        <name>LargeInvite</name>
        <message>
            <source>Join our chat</source>
            <translation>Tritt unserem Chat bei</translation>
        </message>
        <message>
            <source>QR code of the invite</source>
            <translation>QR-Code der Einladung</translation>
        </message>
        <message>
            <source>In Chatapp: Join a chat, then type</source>
            <translation>In Chatapp: Chat beitreten, dann eintippen</translation>
        </message>
        <message>
            <source>Code of this host: {code}</source>
            <translation>Code dieses Hosts: {code}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>Levels</name>
        <message>
            <source>&amp;Everything</source>
            <translation>&amp;Alles</translation>
        </message>
        <message>
            <source>&amp;As in settings (everything)</source>
            <translation>&amp;Wie in den Einstellungen (alles)</translation>
        </message>
        <message>
            <source>&amp;Nothing</source>
            <translation>&amp;Nichts</translation>
        </message>
        <message>
            <source>&amp;As in settings (nothing)</source>
            <translation>&amp;Wie in den Einstellungen (nichts)</translation>
        </message>
        <message>
            <source>&amp;Mentions</source>
            <translation>&amp;Erwähnungen</translation>
        </message>
        <message>
            <source>&amp;As in settings (mentions)</source>
            <translation>&amp;Wie in den Einstellungen (Erwähnungen)</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>What those in charge did with this chat, newest first.</source>
            <translation>Was die Leitung mit diesem Chat getan hat, das Neueste zuerst.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Nothing was done yet.</source>
            <translation>Es wurde noch nichts getan.</translation>
        </message>
        <message>
            <source>Show older</source>
            <translation>Ältere zeigen</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>{title} ({profile})</source>
            <translation>{title} ({profile})</translation>
        </message>
        <message>
            <source>Join another chat?</source>
            <translation>Einem anderen Chat beitreten?</translation>
        </message>
        <message>
            <source>Stop hosting and join</source>
            <translation>Chat schließen und beitreten</translation>
        </message>
        <message>
            <source>&amp;Download Chatapp {version}…</source>
            <translation>Chatapp {version} &amp;herunterladen…</translation>
        </message>
        <message>
            <source>Chatapp {version} is there.</source>
            <translation>Chatapp {version} ist da.</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Herunterladen…</translation>
        </message>
        <message>
            <source>Stop hosting and quit?</source>
            <translation>Chat schließen und beenden?</translation>
        </message>
        <message>
            <source>Stop hosting and quit</source>
            <translation>Chat schließen und beenden</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>this server keeps no history</source>
            <translation>dieser Server hat keinen Verlauf</translation>
        </message>
        <message>
            <source>this server does not tell</source>
            <translation>dieser Server verrät es nicht</translation>
        </message>
        <message>
            <source>the window is too narrow</source>
            <translation>das Fenster ist zu schmal</translation>
        </message>
        <message>
            <source>No message yet</source>
            <translation>Noch keine Nachricht</translation>
        </message>
    </context>
    <context>
        <name>ModeBar</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel (Esc)</source>
            <translation>Abbrechen (Esc)</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>NetworkDialog</name>
        <message>
            <source>Test my network</source>
            <translation>Mein Netzwerk prüfen</translation>
        </message>
        <message>
            <source>What keeps others from joining you, or you from joining them, as far as this computer sees.</source>
            <translation>Was andere daran hindert, dir beizutreten, oder dich, ihnen beizutreten, soweit dieser Computer es sieht.</translation>
        </message>
        <message>
            <source>An address that you cannot join</source>
            <translation>Eine Adresse, der du nicht beitreten kannst</translation>
        </message>
        <message>
            <source>192.168.1.20:20200</source>
            <translation>192.168.1.20:20200</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Test this address</source>
            <translation>Diese Adresse prüfen</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>Test this computer</source>
            <translation>Diesen Computer prüfen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln problems found</source>
            <translation>
                <numerusform>%Ln Problem gefunden</numerusform>
                <numerusform>%Ln Probleme gefunden</numerusform>
            </translation>
        </message>
        <message>
            <source>No problem found</source>
            <translation>Kein Problem gefunden</translation>
        </message>
        <message>
            <source>Copy results</source>
            <translation>Ergebnisse kopieren</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>all right</source>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>this is wrong</source>
            <translation>hier stimmt etwas nicht</translation>
        </message>
        <message>
            <source>not clear</source>
            <translation>unklar</translation>
        </message>
        <message>
            <source>good to know</source>
            <translation>gut zu wissen</translation>
        </message>
    </context>
    <context>
        <name>NewInvite</name>
        <message>
            <source>Invite without password</source>
            <translation>Einladung ohne Passwort</translation>
        </message>
        <message>
            <source>Whoever has it gets in without the password, also while only invited people are let in. You can take it back at any time.</source>
            <translation>Wer sie hat, kommt ohne Passwort hinein, auch wenn nur Eingeladene hineingelassen werden. Du kannst sie jederzeit zurücknehmen.</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>Für wen?</translation>
        </message>
        <message>
            <source>Only you see this</source>
            <translation>Das siehst nur du</translation>
        </message>
        <message>
            <source>The one where everybody begins</source>
            <translation>Der, in dem alle anfangen</translation>
        </message>
        <message>
            <source>First room</source>
            <translation>Erster Raum</translation>
        </message>
        <message>
            <source>Works for</source>
            <translation>Gilt für</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Make invite</source>
            <translation>Einladung erstellen</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message numerus="yes">
            <source>%Ln messages for you in {room}</source>
            <translation>
                <numerusform>%Ln Nachricht für dich in {room}</numerusform>
                <numerusform>%Ln Nachrichten für dich in {room}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new messages in {room}</source>
            <translation>
                <numerusform>%Ln neue Nachricht in {room}</numerusform>
                <numerusform>%Ln neue Nachrichten in {room}</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} in {room}</source>
            <translation>{name} in {room}</translation>
        </message>
        <message>
            <source>{name} mentioned you in {room}</source>
            <translation>{name} hat dich in {room} erwähnt</translation>
        </message>
        <message>
            <source>{name} answered you in {room}</source>
            <translation>{name} hat dir in {room} geantwortet</translation>
        </message>
        <message>
            <source>Open the room to read.</source>
            <translation>Öffne den Raum, um zu lesen.</translation>
        </message>
        <message>
            <source>{name}: {text}</source>
            <translation>{name}: {text}</translation>
        </message>
    </context>
    <context>
        <name>Pace</name>
        <message>
            <source>as fast as they like</source>
            <translation>ohne Wartezeit</translation>
        </message>
        <message numerus="yes">
            <source>every %Ln seconds</source>
            <translation>
                <numerusform>jede Sekunde</numerusform>
                <numerusform>alle %Ln Sekunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minutes</source>
            <translation>
                <numerusform>jede Minute</numerusform>
                <numerusform>alle %Ln Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>Only those in charge write</source>
            <translation>Nur die Leitung schreibt</translation>
        </message>
        <message>
            <source>Everybody may write {pace}</source>
            <translation>Jede Person darf {pace} schreiben</translation>
        </message>
    </context>
    <context>
        <name>PageList</name>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>Paging</name>
        <message>
            <source>Loading…</source>
            <translation>Wird geladen…</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>hosts this chat</source>
            <translation>hostet diesen Chat</translation>
        </message>
        <message>
            <source>in charge here</source>
            <translation>leitet diesen Chat mit</translation>
        </message>
        <message>
            <source>made this room</source>
            <translation>hat diesen Raum angelegt</translation>
        </message>
        <message>
            <source>you</source>
            <translation>du</translation>
        </message>
        <message>
            <source>has proven this name</source>
            <translation>der Name ist bestätigt</translation>
        </message>
        <message>
            <source>you have met them before</source>
            <translation>du kennst diese Person schon</translation>
        </message>
        <message>
            <source>you have met them before, as {name}</source>
            <translation>du kennst diese Person schon als {name}</translation>
        </message>
        <message>
            <source>has not proven to be the {name} whom you know</source>
            <translation>nicht bestätigt, ob das {name} ist, wie du die Person kennst</translation>
        </message>
        <message>
            <source>this is not the {name} whom you know</source>
            <translation>das ist nicht {name}, wie du die Person kennst</translation>
        </message>
    </context>
    <context>
        <name>PeopleList</name>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Everybody who is connected now.</source>
            <translation>Alle, die gerade verbunden sind.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Here since</source>
            <translation>Hier seit</translation>
        </message>
        <message>
            <source>Disconnect…</source>
            <translation>Verbindung trennen…</translation>
        </message>
        <message>
            <source>Ban…</source>
            <translation>Sperren…</translation>
        </message>
        <message>
            <source>you</source>
            <translation>du</translation>
        </message>
        <message>
            <source>in charge</source>
            <translation>Leitung</translation>
        </message>
        <message>
            <source>proven name</source>
            <translation>bestätigter Name</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>dieser Computer</translation>
        </message>
        <message>
            <source>encrypted</source>
            <translation>verschlüsselt</translation>
        </message>
        <message>
            <source>not encrypted</source>
            <translation>nicht verschlüsselt</translation>
        </message>
    </context>
    <context>
        <name>PeoplePanel</name>
        <message>
            <source>In this room</source>
            <translation>In diesem Raum</translation>
        </message>
        <message>
            <source>Hide people</source>
            <translation>Personen ausblenden</translation>
        </message>
        <message>
            <source>Nobody is here right now.</source>
            <translation>Gerade ist niemand hier.</translation>
        </message>
        <message>
            <source>You are not connected.</source>
            <translation>Du bist nicht verbunden.</translation>
        </message>
        <message>
            <source>Enter mentions a person in your message.</source>
            <translation>Eingabe erwähnt eine Person in deiner Nachricht.</translation>
        </message>
        <message>
            <source>Mention {name}</source>
            <translation>{name} erwähnen</translation>
        </message>
        <message>
            <source>Copy name</source>
            <translation>Namen kopieren</translation>
        </message>
    </context>
    <context>
        <name>PersonRow</name>
        <message>
            <source>host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>in charge</source>
            <translation>Leitung</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>Raumleitung</translation>
        </message>
        <message>
            <source>you</source>
            <translation>du</translation>
        </message>
        <message>
            <source>was {name}</source>
            <translation>vorher {name}</translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>QuietFoot</name>
        <message>
            <source>Only those in charge write in {room}.</source>
            <translation>In {room} schreibt nur die Leitung.</translation>
        </message>
        <message>
            <source>What you wrote is kept until you may write again.</source>
            <translation>Was du geschrieben hast, bleibt erhalten, bis du wieder schreiben darfst.</translation>
        </message>
    </context>
    <context>
        <name>Recent</name>
        <message>
            <source>Clear list</source>
            <translation>Liste leeren</translation>
        </message>
        <message>
            <source>Clear the list of servers joined before</source>
            <translation>Liste der schon besuchten Server leeren</translation>
        </message>
        <message>
            <source>Joined before</source>
            <translation>Schon besucht</translation>
        </message>
    </context>
    <context>
        <name>ResultList</name>
        <message>
            <source>Found</source>
            <translation>Gefunden</translation>
        </message>
    </context>
    <context>
        <name>ResultRow</name>
        <message>
            <source>Rooms</source>
            <translation>Räume</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>New room</source>
            <translation>Neuer Raum</translation>
        </message>
    </context>
    <context>
        <name>RoomList</name>
        <message>
            <source>Rooms</source>
            <translation>Räume</translation>
        </message>
    </context>
    <context>
        <name>RoomRow</name>
        <message>
            <source>Joined</source>
            <translation>Deine Räume</translation>
        </message>
        <message>
            <source>Other rooms</source>
            <translation>Andere Räume</translation>
        </message>
    </context>
    <context>
        <name>RoomTabs</name>
        <message>
            <source>Open rooms</source>
            <translation>Offene Räume</translation>
        </message>
        <message>
            <source>Close {room}</source>
            <translation>{room} schließen</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>Tab schließen</translation>
        </message>
        <message>
            <source>{room} (viewing)</source>
            <translation>{room} (Ansicht)</translation>
        </message>
        <message>
            <source>{room} (deleted)</source>
            <translation>{room} (gelöscht)</translation>
        </message>
        <message numerus="yes">
            <source>{room}, %Ln mentions</source>
            <translation>
                <numerusform>{room}, %Ln Erwähnung</numerusform>
                <numerusform>{room}, %Ln Erwähnungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{room}, %Ln unread</source>
            <translation>
                <numerusform>{room}, %Ln ungelesen</numerusform>
                <numerusform>{room}, %Ln ungelesen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoomView</name>
        <message>
            <source>Delete this message?</source>
            <translation>Diese Nachricht löschen?</translation>
        </message>
        <message>
            <source>“{text}” disappears for everybody. This cannot be undone.</source>
            <translation>„{text}“ verschwindet für alle. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <source>Delete message</source>
            <translation>Nachricht löschen</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <source>Nothing was said here while you were in it.</source>
            <translation>Hier wurde nichts geschrieben, während du da warst.</translation>
        </message>
        <message>
            <source>You have not been in {room} yet. Join it to read along.</source>
            <translation>Du warst noch nicht in {room}. Tritt bei, um mitzulesen.</translation>
        </message>
        <message>
            <source>Nothing has been said here yet.</source>
            <translation>Hier wurde noch nichts geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message>
            <source>joined</source>
            <translation>beigetreten</translation>
        </message>
        <message>
            <source>not joined</source>
            <translation>nicht beigetreten</translation>
        </message>
        <message numerus="yes">
            <source>%Ln unread</source>
            <translation>
                <numerusform>%Ln ungelesen</numerusform>
                <numerusform>%Ln ungelesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln mentions</source>
            <translation>
                <numerusform>%Ln Erwähnung</numerusform>
                <numerusform>%Ln Erwähnungen</numerusform>
            </translation>
        </message>
        <message>
            <source>muted</source>
            <translation>stumm</translation>
        </message>
    </context>
    <context>
        <name>RoomsPage</name>
        <message>
            <source>Rooms</source>
            <translation>Räume</translation>
        </message>
        <message>
            <source>Whoever made a room, and whoever is in charge, may always write in it.</source>
            <translation>Wer einen Raum angelegt hat und wer zur Leitung gehört, darf immer darin schreiben.</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Raum</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <source>Only those in charge write</source>
            <translation>Nur die Leitung schreibt</translation>
        </message>
        <message>
            <source>Time between two messages of one person</source>
            <translation>Zeit zwischen zwei Nachrichten einer Person</translation>
        </message>
        <message>
            <source>those in charge</source>
            <translation>nur die Leitung</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>alle</translation>
        </message>
    </context>
    <context>
        <name>RoomsPanel</name>
        <message>
            <source>Find a room</source>
            <translation>Raum finden</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Show all rooms</source>
            <translation>Alle Räume zeigen</translation>
        </message>
        <message>
            <source>No room is called that.</source>
            <translation>So heißt kein Raum.</translation>
        </message>
        <message>
            <source>New room</source>
            <translation>Neuer Raum</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Join room</source>
            <translation>Raum beitreten</translation>
        </message>
        <message>
            <source>Leave room</source>
            <translation>Raum verlassen</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>Als gelesen markieren</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Writing in this room</source>
            <translation>Schreiben in diesem Raum</translation>
        </message>
        <message>
            <source>Delete room…</source>
            <translation>Raum löschen…</translation>
        </message>
        <message>
            <source>No room has “{text}” in its name.</source>
            <translation>Kein Raum hat „{text}“ im Namen.</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>Remove {server} from this list</source>
            <translation>{server} aus dieser Liste entfernen</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translation>Aus dieser Liste entfernen</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Beitreten</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>Type a password.</source>
            <translation>Gib ein Passwort ein.</translation>
        </message>
        <message>
            <source>Type the password that you got from the host.</source>
            <translation>Gib das Passwort ein, das du vom Host bekommen hast.</translation>
        </message>
        <message>
            <source>No password is that long.</source>
            <translation>So lang ist kein Passwort.</translation>
        </message>
        <message>
            <source>A port is a number from 1 to 65535.</source>
            <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Rules</source>
            <translation>Regeln</translation>
        </message>
        <message>
            <source>They hold at once, and are kept for the next time that you host.</source>
            <translation>Sie gelten sofort und bleiben für das nächste Mal, wenn du den Chat eröffnest.</translation>
        </message>
        <message>
            <source>Name of this chat</source>
            <translation>Name dieses Chats</translation>
        </message>
        <message>
            <source>Such as: Physics, class 9</source>
            <translation>Zum Beispiel: Physik, Klasse 9</translation>
        </message>
        <message>
            <source>Change name</source>
            <translation>Namen ändern</translation>
        </message>
        <message>
            <source>Remove password</source>
            <translation>Passwort entfernen</translation>
        </message>
        <message>
            <source>Let nobody new in</source>
            <translation>Niemand Neues hineinlassen</translation>
        </message>
        <message>
            <source>Whoever is here stays, and may come back after a lost connection.</source>
            <translation>Wer hier ist, bleibt und darf nach einem Verbindungsabbruch zurückkommen.</translation>
        </message>
        <message>
            <source>Invited people only</source>
            <translation>Nur Eingeladene</translation>
        </message>
        <message>
            <source>They need the password, or an invite that you make under “Invites”.</source>
            <translation>Sie brauchen das Passwort oder eine Einladung, die du unter „Einladungen“ erstellst.</translation>
        </message>
        <message>
            <source>Allow connections that are not encrypted</source>
            <translation>Verbindungen erlauben, die nicht verschlüsselt sind</translation>
        </message>
        <message>
            <source>Older apps need it. Others on the network can read along on those; passwords never go that way.</source>
            <translation>Ältere Apps brauchen das. Andere im Netzwerk können dort mitlesen; Passwörter werden so nie gesendet.</translation>
        </message>
        <message>
            <source>How many people at most</source>
            <translation>Wie viele Personen höchstens</translation>
        </message>
        <message>
            <source>Who gets in</source>
            <translation>Wer hineinkommt</translation>
        </message>
        <message>
            <source>Password of this chat</source>
            <translation>Passwort dieses Chats</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>Neues Passwort</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>Passwort setzen</translation>
        </message>
        <message>
            <source>Everybody who comes from now on types it, unless an invite lets them in.</source>
            <translation>Alle, die ab jetzt kommen, geben es ein, wenn keine Einladung sie hineinlässt.</translation>
        </message>
        <message>
            <source>A password is asked for.</source>
            <translation>Ein Passwort wird verlangt.</translation>
        </message>
        <message>
            <source>Nobody is asked for a password.</source>
            <translation>Es wird kein Passwort verlangt.</translation>
        </message>
        <message>
            <source>Change password…</source>
            <translation>Passwort ändern…</translation>
        </message>
        <message>
            <source>Set password…</source>
            <translation>Passwort setzen…</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search emoji</source>
            <translation>Emoji suchen</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>Suche leeren</translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Search messages</source>
            <translation>Nachrichten durchsuchen</translation>
        </message>
        <message>
            <source>This room</source>
            <translation>Dieser Raum</translation>
        </message>
        <message>
            <source>All rooms</source>
            <translation>Alle Räume</translation>
        </message>
        <message>
            <source>Close search</source>
            <translation>Suche schließen</translation>
        </message>
        <message>
            <source>Close search (Esc)</source>
            <translation>Suche schließen (Esc)</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Nothing found. Try fewer or shorter words.</source>
            <translation>Nichts gefunden. Versuche es mit weniger oder kürzeren Wörtern.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>Suche läuft…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found so far, newest first</source>
            <translation>
                <numerusform>Bisher %Ln gefunden, neueste zuerst</numerusform>
                <numerusform>Bisher %Ln gefunden, neueste zuerst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages found, newest first</source>
            <translation>
                <numerusform>%Ln Nachricht gefunden</numerusform>
                <numerusform>%Ln Nachrichten gefunden, neueste zuerst</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Show the password</source>
            <translation>Passwort zeigen</translation>
        </message>
        <message>
            <source>Hide it</source>
            <translation>Verbergen</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Zeigen</translation>
        </message>
    </context>
    <context>
        <name>Section</name>
        <message>
            <source>Reset “{page}”</source>
            <translation>„{page}“ zurücksetzen</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo the reset of “{page}”</source>
            <translation>Zurücksetzen von „{page}“ rückgängig machen</translation>
        </message>
        <message>
            <source>Everything here is as it was at first.</source>
            <translation>Hier ist alles wie am Anfang.</translation>
        </message>
        <message>
            <source>Everything here is as before.</source>
            <translation>Hier ist alles wie zuvor.</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>VPN</source>
            <translation>VPN</translation>
        </message>
        <message>
            <source>A VPN is on ({names}). It may keep computers around you from reaching this one.</source>
            <translation>Ein VPN ist an ({names}). Es kann Computer in deiner Nähe daran hindern, diesen zu erreichen.</translation>
        </message>
        <message>
            <source>If somebody cannot join, switch the VPN off for a moment and try again.</source>
            <translation>Wenn jemand nicht beitreten kann, schalte das VPN kurz aus und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>Several networks</source>
            <translation>Mehrere Netzwerke</translation>
        </message>
        <message>
            <source>This computer is in several networks at once: {names}.</source>
            <translation>Dieser Computer ist in mehreren Netzwerken zugleich: {names}.</translation>
        </message>
        <message>
            <source>Give others the address of the network that they are in, too.</source>
            <translation>Gib anderen die Adresse des Netzwerks, in dem auch sie sind.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <source>This computer is in no network.</source>
            <translation>Dieser Computer ist in keinem Netzwerk.</translation>
        </message>
        <message>
            <source>Connect to the Wi-Fi, or put a network cable in, and test again.</source>
            <translation>Verbinde ihn mit dem WLAN oder stecke ein Netzwerkkabel ein und prüfe noch einmal.</translation>
        </message>
        <message>
            <source>The network gave this computer no address; it made one up: {address}.</source>
            <translation>Das Netzwerk hat diesem Computer keine Adresse gegeben; er hat sich eine ausgedacht: {address}.</translation>
        </message>
        <message>
            <source>Switch the Wi-Fi off and on again, or restart the router. A cable between two computers is fine.</source>
            <translation>Schalte das WLAN aus und wieder ein oder starte den Router neu. Bei einem Kabel zwischen zwei Computern ist es in Ordnung.</translation>
        </message>
        <message>
            <source>This computer is in a network ({names}).</source>
            <translation>Dieser Computer ist in einem Netzwerk ({names}).</translation>
        </message>
        <message>
            <source>No firewall that Chatapp knows is switched on here. Another one may be.</source>
            <translation>Hier ist keine Firewall an, die Chatapp kennt. Vielleicht eine andere.</translation>
        </message>
        <message>
            <source>The firewall of this Mac is off: it keeps nobody out.</source>
            <translation>Die Firewall dieses Macs ist aus: Sie hält niemanden ab.</translation>
        </message>
        <message>
            <source>The firewall of this Mac keeps others out.</source>
            <translation>Die Firewall dieses Macs lässt andere nicht hinein.</translation>
        </message>
        <message>
            <source>The firewall of this Mac is on. Whether it lets others in, it does not tell.</source>
            <translation>Die Firewall dieses Macs ist an. Ob sie andere hineinlässt, verrät sie nicht.</translation>
        </message>
        <message>
            <source>Windows takes this network for a public one, and keeps others out.</source>
            <translation>Windows hält dieses Netzwerk für ein öffentliches und lässt andere nicht hinein.</translation>
        </message>
        <message>
            <source>If you trust it: Settings ▸ Network &amp; internet ▸ your network ▸ Private network.</source>
            <translation>Wenn du ihm vertraust: Einstellungen ▸ Netzwerk und Internet ▸ dein Netzwerk ▸ Privates Netzwerk.</translation>
        </message>
        <message>
            <source>The firewall of Windows keeps others from Chatapp.</source>
            <translation>Die Firewall von Windows hält andere von Chatapp fern.</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translation>Firewall</translation>
        </message>
        <message>
            <source>Whether the firewall of this computer lets others in cannot be told.</source>
            <translation>Ob die Firewall dieses Computers andere hineinlässt, lässt sich nicht sagen.</translation>
        </message>
        <message>
            <source>Open Windows Security ▸ Firewall ▸ Allow an app through firewall, and tick Chatapp for private networks.</source>
            <translation>Öffne Windows-Sicherheit ▸ Firewall ▸ Zugriff von App durch Firewall zulassen und hake Chatapp für private Netzwerke an.</translation>
        </message>
        <message>
            <source>Open System Settings ▸ Network ▸ Firewall ▸ Options, and allow incoming connections for Chatapp.</source>
            <translation>Öffne Systemeinstellungen ▸ Netzwerk ▸ Firewall ▸ Optionen und erlaube eingehende Verbindungen für Chatapp.</translation>
        </message>
        <message>
            <source>The firewall of this computer ({name}) lets others in.</source>
            <translation>Die Firewall dieses Computers ({name}) lässt andere hinein.</translation>
        </message>
        <message>
            <source>The firewall of this computer ({name}) keeps others out.</source>
            <translation>Die Firewall dieses Computers ({name}) lässt andere nicht hinein.</translation>
        </message>
        <message>
            <source>A firewall is on ({name}). Whether it lets others in, only an administrator can see.</source>
            <translation>Eine Firewall ist an ({name}). Ob sie andere hineinlässt, kann nur die Verwaltung des Systems sehen.</translation>
        </message>
        <message>
            <source>To let others in, type this in a terminal: {command}</source>
            <translation>Um andere hineinzulassen, gib dies in einem Terminal ein: {command}</translation>
        </message>
        <message>
            <source>The address</source>
            <translation>Die Adresse</translation>
        </message>
        <message>
            <source>{host} is an address as it should be.</source>
            <translation>{host} ist eine Adresse, wie sie sein soll.</translation>
        </message>
        <message>
            <source>{host} is the computer {address}.</source>
            <translation>{host} ist der Computer {address}.</translation>
        </message>
        <message>
            <source>Ask the host for the address in numbers, such as 192.168.1.20: names are not known everywhere.</source>
            <translation>Frage den Host nach der Adresse in Zahlen, zum Beispiel 192.168.1.20: Namen sind nicht überall bekannt.</translation>
        </message>
        <message>
            <source>Look for a slip in the name, or ask the host for the address in numbers.</source>
            <translation>Sieh nach, ob der Name einen Tippfehler hat, oder frage den Host nach der Adresse in Zahlen.</translation>
        </message>
        <message>
            <source>Nobody on this network knows the name {host}.</source>
            <translation>Niemand in diesem Netzwerk kennt den Namen {host}.</translation>
        </message>
        <message>
            <source>The network</source>
            <translation>Das Netzwerk</translation>
        </message>
        <message>
            <source>It is in the same network as this computer.</source>
            <translation>Sie ist im selben Netzwerk wie dieser Computer.</translation>
        </message>
        <message>
            <source>It is in another network than this computer: {address}.</source>
            <translation>Sie ist in einem anderen Netzwerk als dieser Computer: {address}.</translation>
        </message>
        <message>
            <source>Connect to the same Wi-Fi as the host. A guest Wi-Fi is often a network of its own.</source>
            <translation>Verbinde dich mit demselben WLAN wie der Host. Ein Gäste-WLAN ist oft ein eigenes Netzwerk.</translation>
        </message>
        <message>
            <source>It is somewhere on the internet: {address}.</source>
            <translation>Sie ist irgendwo im Internet: {address}.</translation>
        </message>
        <message>
            <source>That works only if the host has set up their router for it.</source>
            <translation>Das geht nur, wenn der Host den eigenen Router dafür eingerichtet hat.</translation>
        </message>
        <message>
            <source>The chat</source>
            <translation>Der Chat</translation>
        </message>
        <message>
            <source>A chat answers there, and the connection is encrypted.</source>
            <translation>Dort antwortet ein Chat, und die Verbindung ist verschlüsselt.</translation>
        </message>
        <message>
            <source>A chat answers there. The connection is not encrypted.</source>
            <translation>Dort antwortet ein Chat. Die Verbindung ist nicht verschlüsselt.</translation>
        </message>
        <message>
            <source>It works. Ask the host for a newer Chatapp to have it encrypted.</source>
            <translation>Es geht. Bitte den Host um ein neueres Chatapp, damit es verschlüsselt ist.</translation>
        </message>
        <message>
            <source>A chat answers there, and it is full.</source>
            <translation>Dort antwortet ein Chat, und er ist voll.</translation>
        </message>
        <message>
            <source>Try again when somebody has left.</source>
            <translation>Versuche es noch einmal, wenn jemand gegangen ist.</translation>
        </message>
        <message>
            <source>Something answers at port {port}, and it is no chat.</source>
            <translation>An Port {port} antwortet etwas, und es ist kein Chat.</translation>
        </message>
        <message>
            <source>Ask the host for the number behind the colon: the port of their chat may be another one.</source>
            <translation>Frage den Host nach der Zahl hinter dem Doppelpunkt: Der Port des Chats kann ein anderer sein.</translation>
        </message>
        <message>
            <source>The computer is there, and no chat is at port {port}.</source>
            <translation>Der Computer ist da, aber an Port {port} ist kein Chat.</translation>
        </message>
        <message>
            <source>Ask the host whether they host right now, and for the number behind the colon.</source>
            <translation>Frage den Host, ob der Chat gerade offen ist, und nach der Zahl hinter dem Doppelpunkt.</translation>
        </message>
        <message>
            <source>This computer knows no way there.</source>
            <translation>Dieser Computer kennt keinen Weg dorthin.</translation>
        </message>
        <message>
            <source>Connect to the same network as the host, and test again.</source>
            <translation>Verbinde dich mit demselben Netzwerk wie der Host und prüfe noch einmal.</translation>
        </message>
        <message>
            <source>The most likely reason is that you are in another network than the host.</source>
            <translation>Am wahrscheinlichsten bist du in einem anderen Netzwerk als der Host.</translation>
        </message>
        <message>
            <source>A firewall on the host's computer may keep you out: have the host test their network, too.</source>
            <translation>Vielleicht lässt dich eine Firewall auf dem Computer des Hosts nicht hinein: Lass auch den Host das Netzwerk prüfen.</translation>
        </message>
        <message>
            <source>Nothing answers at {address}.</source>
            <translation>Unter {address} antwortet nichts.</translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation>Dein Chat</translation>
        </message>
        <message>
            <source>This computer hosts no chat at the moment.</source>
            <translation>Auf diesem Computer ist gerade kein Chat offen.</translation>
        </message>
        <message>
            <source>To see whether others can reach yours, host it first, then test again.</source>
            <translation>Um zu sehen, ob andere deinen erreichen, eröffne ihn zuerst und prüfe dann noch einmal.</translation>
        </message>
        <message>
            <source>Your chat is for this computer only: nobody else can join.</source>
            <translation>Dein Chat ist nur für diesen Computer: Niemand sonst kann beitreten.</translation>
        </message>
        <message>
            <source>Stop hosting, then choose Chat ▸ Host a chat…, “Everyone on my network”.</source>
            <translation>Schließe deinen Chat und wähle dann Chat ▸ Chat eröffnen…, „Alle in meinem Netzwerk“.</translation>
        </message>
        <message>
            <source>Your chat is open to others, on port {port}.</source>
            <translation>Dein Chat ist für andere offen, an Port {port}.</translation>
        </message>
        <message>
            <source>Its address</source>
            <translation>Seine Adresse</translation>
        </message>
        <message>
            <source>Not even this computer reaches your chat at {address}.</source>
            <translation>Nicht einmal dieser Computer erreicht deinen Chat unter {address}.</translation>
        </message>
        <message>
            <source>Stop hosting and host again: this computer may have got another address meanwhile.</source>
            <translation>Schließe deinen Chat und eröffne ihn wieder: Vielleicht hat dieser Computer inzwischen eine andere Adresse.</translation>
        </message>
        <message>
            <source>This computer reaches your chat by the address {address}, as others would.</source>
            <translation>Dieser Computer erreicht deinen Chat unter der Adresse {address}, wie es andere würden.</translation>
        </message>
        <message>
            <source>Finding hosts</source>
            <translation>Chats finden</translation>
        </message>
        <message>
            <source>This computer can announce chats and hear of them.</source>
            <translation>Dieser Computer kann Chats ankündigen und von ihnen erfahren.</translation>
        </message>
        <message>
            <source>If somebody is missing in the list all the same, the router may keep guests apart: join by address.</source>
            <translation>Wenn trotzdem jemand in der Liste fehlt, hält vielleicht der Router Gäste voneinander getrennt: Tritt mit der Adresse bei.</translation>
        </message>
        <message>
            <source>This computer does not hear its own announcement, so chats on this network are not listed here.</source>
            <translation>Dieser Computer hört seine eigene Ankündigung nicht, daher werden Chats in diesem Netzwerk hier nicht aufgelistet.</translation>
        </message>
        <message>
            <source>A firewall may be in the way (UDP, port 5353). Joining by address or invite works without it.</source>
            <translation>Vielleicht ist eine Firewall im Weg (UDP, Port 5353). Mit Adresse oder Einladung kann man auch so beitreten.</translation>
        </message>
        <message>
            <source>{path} cannot be written: {why}.</source>
            <translation>{path} lässt sich nicht schreiben: {why}.</translation>
        </message>
        <message>
            <source>The chat cannot be taken over: {why}.</source>
            <translation>Der Chat lässt sich nicht übernehmen: {why}.</translation>
        </message>
        <message>
            <source>There is a chat in {folder} already. It can be set aside first.</source>
            <translation>In {folder} gibt es schon einen Chat. Er kann erst beiseitegelegt werden.</translation>
        </message>
        <message>
            <source>The chat cannot be written to {folder}: {why}.</source>
            <translation>Der Chat lässt sich nicht nach {folder} schreiben: {why}.</translation>
        </message>
        <message>
            <source>The file opens with a password. Ask whoever handed the chat over.</source>
            <translation>Die Datei öffnet sich mit einem Passwort. Frage die Person, die den Chat übergeben hat.</translation>
        </message>
        <message>
            <source>The file does not open. The password is another one, or the file is damaged.</source>
            <translation>Die Datei öffnet sich nicht. Das Passwort ist ein anderes, oder die Datei ist beschädigt.</translation>
        </message>
        <message>
            <source>{path} is no chat that was handed over, or it is damaged.</source>
            <translation>{path} ist kein übergebener Chat oder ist beschädigt.</translation>
        </message>
        <message>
            <source>This chat was handed over by a newer Chatapp. Update this one first.</source>
            <translation>Dieser Chat wurde von einem neueren Chatapp übergeben. Aktualisiere zuerst dieses hier.</translation>
        </message>
        <message>
            <source>There is not enough space on the disk. {megabytes} MB are needed.</source>
            <translation>Auf der Festplatte ist nicht genug Platz. {megabytes} MB werden gebraucht.</translation>
        </message>
        <message>
            <source>The host’s key in {path} cannot be read.</source>
            <translation>Der Schlüssel des Hosts in {path} lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>{path} cannot be read: {why}.</source>
            <translation>{path} lässt sich nicht lesen: {why}.</translation>
        </message>
        <message>
            <source>{why}</source>
            <translation>{why}</translation>
        </message>
        <message>
            <source>Another Chatapp window hosts a chat on this computer already. Stop hosting there first.</source>
            <translation>Ein anderes Chatapp-Fenster hat auf diesem Computer schon einen Chat eröffnet. Schließe zuerst den.</translation>
        </message>
        <message>
            <source>What is said cannot be kept: {why}.</source>
            <translation>Was geschrieben wird, kann nicht aufbewahrt werden: {why}.</translation>
        </message>
        <message>
            <source>Nobody knows the address {host}; give one of this computer's own, or leave it out.</source>
            <translation>Niemand kennt die Adresse {host}; nimm eine dieses Computers oder lass sie weg.</translation>
        </message>
        <message>
            <source>Port {port} is taken by another Chatapp server.</source>
            <translation>Port {port} ist von einem anderen Chatapp-Server belegt.</translation>
        </message>
        <message>
            <source>Port {port} is taken by another program.</source>
            <translation>Port {port} ist von einem anderen Programm belegt.</translation>
        </message>
        <message>
            <source>This system lets only administrators listen on port {port}; choose one above 1023.</source>
            <translation>Port {port} ist auf diesem System der Verwaltung vorbehalten; wähle einen über 1023.</translation>
        </message>
        <message>
            <source>This computer does not have the address {host}.</source>
            <translation>Dieser Computer hat die Adresse {host} nicht.</translation>
        </message>
        <message>
            <source>Listening on {address} failed: {why}.</source>
            <translation>Unter {address} lässt sich kein Chat eröffnen: {why}.</translation>
        </message>
        <message>
            <source>The connection to the server was lost.</source>
            <translation>Die Verbindung zum Server ist abgebrochen.</translation>
        </message>
        <message>
            <source>The server stopped answering.</source>
            <translation>Der Server antwortet nicht mehr.</translation>
        </message>
        <message>
            <source>The server sent something that this app does not understand.</source>
            <translation>Der Server hat etwas geschickt, das diese App nicht versteht.</translation>
        </message>
        <message>
            <source>The server ended the connection.</source>
            <translation>Der Server hat die Verbindung beendet.</translation>
        </message>
        <message>
            <source>The host has stopped the server.</source>
            <translation>Der Chat wurde geschlossen.</translation>
        </message>
        <message>
            <source>The server ended the connection: something that was sent is too long for it.</source>
            <translation>Der Server hat die Verbindung beendet: Etwas Gesendetes ist ihm zu lang.</translation>
        </message>
        <message>
            <source>The server had a problem and ended the connection.</source>
            <translation>Der Server hatte ein Problem und hat die Verbindung beendet.</translation>
        </message>
        <message>
            <source>The server is starting again.</source>
            <translation>Der Server startet neu.</translation>
        </message>
        <message>
            <source>The server is full at the moment.</source>
            <translation>Der Server ist im Moment voll.</translation>
        </message>
        <message>
            <source>The host has removed you from this chat.</source>
            <translation>Der Host hat dich aus diesem Chat entfernt.</translation>
        </message>
        <message>
            <source>The host does not let you in any more.</source>
            <translation>Der Host lässt dich nicht mehr hinein.</translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}; something else answers there.</source>
            <translation>Unter {address} gibt es keinen Chatapp-Server; dort antwortet etwas anderes.</translation>
        </message>
        <message>
            <source>The name “{host}” cannot be found. Is it spelled correctly, and is the network there?</source>
            <translation>Der Name „{host}“ ist nicht zu finden. Ist er richtig geschrieben, und ist das Netzwerk da?</translation>
        </message>
        <message>
            <source>{address} cannot be trusted: {why}. Nothing was sent to it.</source>
            <translation>{address} ist nicht vertrauenswürdig: {why}. Es wurde nichts dorthin gesendet.</translation>
        </message>
        <message>
            <source>No server answers at {address} in time. Is it running, and on the same network?</source>
            <translation>Unter {address} antwortet rechtzeitig kein Server. Läuft er, und ist er im selben Netzwerk?</translation>
        </message>
        <message>
            <source>No server answers at {address}. Is it running, and on the same network?</source>
            <translation>Unter {address} antwortet kein Server. Läuft er, und ist er im selben Netzwerk?</translation>
        </message>
        <message>
            <source>What answers at {address} is not encrypted. If it is a server without encryption, its address starts with ws://.</source>
            <translation>Was unter {address} antwortet, ist nicht verschlüsselt. Falls es ein Server ohne Verschlüsselung ist, beginnt seine Adresse mit ws://.</translation>
        </message>
        <message>
            <source>The server at {address} was encrypted before, and now it is not. Somebody may be listening, so nothing was sent to it. Ask the host for an invite. If you are sure that all is well, remove {address} from the servers that you joined before, and join it anew.</source>
            <translation>Der Server unter {address} war bisher verschlüsselt und ist es jetzt nicht. Vielleicht hört jemand mit, daher wurde nichts dorthin gesendet. Lass dir vom Host eine Einladung geben. Wenn du sicher bist, dass alles in Ordnung ist, entferne {address} aus den schon besuchten Servern und tritt neu bei.</translation>
        </message>
        <message>
            <source>At {address} there is another host than before, or somebody who pretends to be that host; nothing was sent to them. It is harmless where this is another network, in which the same address belongs to somebody else, or where the host's computer was set up anew. Ask the host for an invite. If you are sure that all is well, remove {address} from the servers that you joined before, and join it anew.</source>
            <translation>Unter {address} ist ein anderer Host als bisher oder jemand, der sich dafür ausgibt; es wurde nichts dorthin gesendet. Harmlos ist es, wenn dies ein anderes Netzwerk ist, in dem dieselbe Adresse jemand anderem gehört, oder wenn der Computer des Hosts neu eingerichtet wurde. Lass dir vom Host eine Einladung geben. Wenn du sicher bist, dass alles in Ordnung ist, entferne {address} aus den schon besuchten Servern und tritt neu bei.</translation>
        </message>
        <message>
            <source>Who answers at {address} is not the host that the invite is from; nothing was sent to them. Ask the host for a new invite.</source>
            <translation>Unter {address} antwortet nicht der Host, von dem die Einladung ist; es wurde nichts dorthin gesendet. Lass dir vom Host eine neue Einladung geben.</translation>
        </message>
        <message>
            <source>The server at {address} does not let this app in.</source>
            <translation>Der Server unter {address} lässt diese App nicht hinein.</translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}: what answers there says “HTTP {code}”.</source>
            <translation>Unter {address} gibt es keinen Chatapp-Server: Was dort antwortet, sagt „HTTP {code}“.</translation>
        </message>
        <message>
            <source>The host has removed you from this chat: {why}.</source>
            <translation>Der Host hat dich aus diesem Chat entfernt: {why}.</translation>
        </message>
        <message>
            <source>The host does not let you in any more: {why}.</source>
            <translation>Der Host lässt dich nicht mehr hinein: {why}.</translation>
        </message>
        <message>
            <source>The server ended the connection: {why}.</source>
            <translation>Der Server hat die Verbindung beendet: {why}.</translation>
        </message>
        <message>
            <source>Type the address of a server, such as {example}.</source>
            <translation>Gib die Adresse eines Servers ein, zum Beispiel {example}.</translation>
        </message>
        <message>
            <source>An address starts with ws://, wss:// or chatapp://, or is just a host and a port.</source>
            <translation>Eine Adresse beginnt mit ws://, wss:// oder chatapp:// oder besteht nur aus Rechner und Port.</translation>
        </message>
        <message>
            <source>This invite is damaged. Copy the whole link, or ask for a new one.</source>
            <translation>Diese Einladung ist beschädigt. Kopiere den ganzen Link oder lass dir eine neue geben.</translation>
        </message>
        <message>
            <source>“{text}” is not an address: the port is a number from 1 to 65535.</source>
            <translation>„{text}“ ist keine Adresse: Der Port ist eine Zahl von 1 bis 65535.</translation>
        </message>
        <message>
            <source>“{text}” is not an address. It looks like {one} or {other}.</source>
            <translation>„{text}“ ist keine Adresse. Eine sieht aus wie {one} oder {other}.</translation>
        </message>
        <message>
            <source>The name “{name}” is reserved. Please choose another one.</source>
            <translation>Der Name „{name}“ ist reserviert. Bitte wähle einen anderen.</translation>
        </message>
        <message>
            <source>A name has at most {most} characters.</source>
            <translation>Ein Name hat höchstens {most} Zeichen.</translation>
        </message>
        <message>
            <source>A name cannot be empty.</source>
            <translation>Ein Name darf nicht leer sein.</translation>
        </message>
        <message>
            <source>A name cannot contain the character {character}.</source>
            <translation>Ein Name darf das Zeichen {character} nicht enthalten.</translation>
        </message>
        <message>
            <source>The host's key {path} can neither be read nor made: {why}.</source>
            <translation>Der Schlüssel des Hosts {path} lässt sich weder lesen noch anlegen: {why}.</translation>
        </message>
        <message>
            <source>The host's key {path} is damaged, or is another program's. Put a copy of it back. Without one, move the file away: a new key is made then, and whoever was here before is warned of it.</source>
            <translation>Der Schlüssel des Hosts {path} ist beschädigt oder gehört einem anderen Programm. Lege eine Kopie davon zurück. Gibt es keine, schiebe die Datei weg: Dann wird ein neuer Schlüssel angelegt, und wer schon hier war, wird davor gewarnt.</translation>
        </message>
        <message>
            <source>The key by which others know you again was damaged or is gone, so you have a new one. Names that were kept for you are not yours any more: ask the host.</source>
            <translation>Der Schlüssel, an dem andere dich wiedererkennen, war beschädigt oder ist weg, daher hast du einen neuen. Namen, die für dich frei gehalten wurden, gehören dir nicht mehr: Frage den Host.</translation>
        </message>
        <message>
            <source>The key by which others know you again cannot be read at the moment, so your name is not proven. Is the password store of your computer locked?</source>
            <translation>Der Schlüssel, an dem andere dich wiedererkennen, lässt sich gerade nicht lesen, daher ist dein Name nicht bestätigt. Ist der Passwortspeicher deines Computers gesperrt?</translation>
        </message>
        <message>
            <source>There is no Chatapp identity in this file.</source>
            <translation>In dieser Datei ist keine Identität von Chatapp.</translation>
        </message>
        <message>
            <source>The key by which others know you again cannot be read: {why}. Your name is not proven.</source>
            <translation>Der Schlüssel, an dem andere dich wiedererkennen, lässt sich nicht lesen: {why}. Dein Name ist nicht bestätigt.</translation>
        </message>
        <message>
            <source>The key by which others know you again cannot be kept: {why}. At the next start you have another one.</source>
            <translation>Der Schlüssel, an dem andere dich wiedererkennen, lässt sich nicht aufbewahren: {why}. Beim nächsten Start hast du einen anderen.</translation>
        </message>
        <message>
            <source>The server did not confirm this message in time. It may or may not have arrived.</source>
            <translation>Der Server hat diese Nachricht nicht rechtzeitig bestätigt. Vielleicht ist sie angekommen, vielleicht nicht.</translation>
        </message>
        <message>
            <source>This server cannot do that.</source>
            <translation>Das kann dieser Server nicht.</translation>
        </message>
        <message>
            <source>You left the server before this was done.</source>
            <translation>Du hast den Server verlassen, bevor das erledigt war.</translation>
        </message>
        <message>
            <source>The connection was lost before the server answered. Please try again.</source>
            <translation>Die Verbindung ist abgebrochen, bevor der Server geantwortet hat. Bitte versuche es noch einmal.</translation>
        </message>
        <message>
            <source>The server did not answer in time. Please try again.</source>
            <translation>Der Server hat nicht rechtzeitig geantwortet. Bitte versuche es noch einmal.</translation>
        </message>
        <message>
            <source>The connection was lost before this message was confirmed. It may or may not have arrived.</source>
            <translation>Die Verbindung ist abgebrochen, bevor diese Nachricht bestätigt war. Vielleicht ist sie angekommen, vielleicht nicht.</translation>
        </message>
        <message>
            <source>You were no longer in the room when this message could be sent.</source>
            <translation>Du warst nicht mehr im Raum, als diese Nachricht gesendet werden konnte.</translation>
        </message>
        <message>
            <source>The server does not answer. It may be busy, or not be a Chatapp server.</source>
            <translation>Der Server antwortet nicht. Vielleicht ist er beschäftigt, oder es ist kein Chatapp-Server.</translation>
        </message>
        <message>
            <source>The server still holds this name for the lost connection. Trying again.</source>
            <translation>Der Server hält diesen Namen noch für die abgebrochene Verbindung frei. Es wird weiter versucht.</translation>
        </message>
        <message>
            <source>The server does not let you in at the moment.</source>
            <translation>Der Server lässt dich im Moment nicht hinein.</translation>
        </message>
        <message>
            <source>This chat asks for a password, which is never sent over a connection that is not encrypted. Ask the host for an invite.</source>
            <translation>Dieser Chat verlangt ein Passwort, und das wird nie über eine Verbindung gesendet, die nicht verschlüsselt ist. Lass dir vom Host eine Einladung geben.</translation>
        </message>
        <message>
            <source>Another name was chosen before this one was accepted.</source>
            <translation>Ein anderer Name wurde gewählt, bevor dieser angenommen war.</translation>
        </message>
        <message>
            <source>This message is no longer there.</source>
            <translation>Diese Nachricht ist nicht mehr da.</translation>
        </message>
        <message>
            <source>The room’s messages are not here. Open the room, then try again.</source>
            <translation>Die Nachrichten des Raums sind nicht da. Öffne den Raum und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>This room has been deleted.</source>
            <translation>Dieser Raum wurde gelöscht.</translation>
        </message>
        <message>
            <source>In this room everybody waits {n} s between two messages. Try again later.</source>
            <translation>In diesem Raum wartet jeder zwischen zwei Nachrichten {n} s. Versuche es später noch einmal.</translation>
        </message>
        <message>
            <source>In this room everybody waits {n} min between two messages. Try again later.</source>
            <translation>In diesem Raum wartet jeder zwischen zwei Nachrichten {n} min. Versuche es später noch einmal.</translation>
        </message>
        <message>
            <source>There is no connection to the server now. Please try again when it is back.</source>
            <translation>Gerade besteht keine Verbindung zum Server. Bitte versuche es noch einmal, wenn sie wieder da ist.</translation>
        </message>
        <message>
            <source>You are not in this room. Join it to write in it.</source>
            <translation>Du bist nicht in diesem Raum. Tritt bei, um darin zu schreiben.</translation>
        </message>
        <message>
            <source>A message has at most {most} characters; this one has {count}.</source>
            <translation>Eine Nachricht hat höchstens {most} Zeichen; diese hat {count}.</translation>
        </message>
        <message>
            <source>The history {path} is damaged: {why}.</source>
            <translation>Der Verlauf {path} ist beschädigt: {why}.</translation>
        </message>
        <message>
            <source>The disk is full: nothing more can be kept in {path} until there is space.</source>
            <translation>Die Festplatte ist voll: In {path} passt nichts mehr, bis wieder Platz ist.</translation>
        </message>
        <message>
            <source>The history {path} is damaged. The next start puts it aside and begins a new one.</source>
            <translation>Der Verlauf {path} ist beschädigt. Beim nächsten Start wird er beiseitegelegt und ein neuer begonnen.</translation>
        </message>
        <message>
            <source>The history {path} cannot be written. Allow this account to write the file and its folder.</source>
            <translation>Der Verlauf {path} lässt sich nicht schreiben. Erlaube diesem Konto, die Datei und ihren Ordner zu schreiben.</translation>
        </message>
        <message>
            <source>Another program is writing to the history {path}. Let it end first.</source>
            <translation>Ein anderes Programm schreibt gerade in den Verlauf {path}. Lass es erst fertig werden.</translation>
        </message>
        <message>
            <source>The history {path} cannot be used: {why}.</source>
            <translation>Der Verlauf {path} lässt sich nicht verwenden: {why}.</translation>
        </message>
        <message>
            <source>There is no history in {folder}: no server that keeps one has used this folder.</source>
            <translation>In {folder} gibt es keinen Verlauf: Kein Server, der einen führt, hat diesen Ordner benutzt.</translation>
        </message>
        <message>
            <source>The history {path} was opened for reading only.</source>
            <translation>Der Verlauf {path} wurde nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>The file {path} was written by a newer version of Chatapp, which this one cannot read.</source>
            <translation>Die Datei {path} stammt von einer neueren Version von Chatapp, die diese hier nicht lesen kann.</translation>
        </message>
        <message>
            <source>The file {path} holds something else, which is not Chatapp's.</source>
            <translation>Die Datei {path} enthält etwas anderes, das nicht von Chatapp ist.</translation>
        </message>
    </context>
    <context>
        <name>ServerHeader</name>
        <message>
            <source>Connected as {name}</source>
            <translation>Verbunden als {name}</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Verbindung wird aufgebaut…</translation>
        </message>
        <message>
            <source>Reconnecting…</source>
            <translation>Wird wieder verbunden…</translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation>Anderen Namen wählen</translation>
        </message>
        <message>
            <source>A password is needed</source>
            <translation>Passwort nötig</translation>
        </message>
        <message>
            <source>Not let in</source>
            <translation>Nicht hineingelassen</translation>
        </message>
        <message>
            <source>Disconnected</source>
            <translation>Nicht verbunden</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Text size: {percent}</source>
            <translation>Textgröße: {percent}</translation>
        </message>
        <message>
            <source>{number} %</source>
            <translation>{number} %</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Mentions and replies</source>
            <translation>Erwähnungen und Antworten</translation>
        </message>
        <message>
            <source>Every message</source>
            <translation>Jede Nachricht</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Show a test notification</source>
            <translation>Testbenachrichtigung zeigen</translation>
        </message>
        <message>
            <source>At once, also in quiet hours; with a sound where sounds are on.</source>
            <translation>Sofort, auch in der Ruhezeit; mit Ton, wenn Töne an sind.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Design</translation>
        </message>
        <message>
            <source>The colours of the window.</source>
            <translation>Die Farben des Fensters.</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>theme</comment>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>theme</comment>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Textgröße</translation>
        </message>
        <message>
            <source>Compared with the rest of the system. The View menu changes it, too.</source>
            <translation>Im Vergleich zum übrigen System. Auch das Menü „Ansicht“ ändert sie.</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>Dichte</translation>
        </message>
        <message>
            <source>How much room there is between messages, and in lists.</source>
            <translation>Wie viel Platz zwischen Nachrichten und in Listen ist.</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Bequem</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Kompakt</translation>
        </message>
        <message>
            <source>Emoji style</source>
            <translation>Emoji-Stil</translation>
        </message>
        <message>
            <source>Whose pictures are shown for emoji. Others may see different ones.</source>
            <translation>Wessen Bilder für Emoji gezeigt werden. Andere sehen vielleicht andere.</translation>
        </message>
        <message>
            <source>The same on every system</source>
            <translation>Auf jedem System gleich</translation>
        </message>
        <message>
            <source>Suggest while I write</source>
            <translation>Beim Schreiben vorschlagen</translation>
        </message>
        <message>
            <source>Emoji for a colon and two letters, people for @ and the beginning of a name.</source>
            <translation>Emoji nach einem Doppelpunkt und zwei Buchstaben, Personen nach @ und dem Anfang eines Namens.</translation>
        </message>
        <message>
            <source>Check my spelling</source>
            <translation>Rechtschreibung prüfen</translation>
        </message>
        <message>
            <source>Underlines words that no dictionary of this computer knows, where there is one.</source>
            <translation>Unterstreicht Wörter, die kein Wörterbuch dieses Computers kennt, wo es eines gibt.</translation>
        </message>
        <message>
            <source>Turn emoticons into emoji</source>
            <translation>Emoticons in Emoji verwandeln</translation>
        </message>
        <message>
            <source>:) becomes 🙂. Backspace directly afterwards brings it back.</source>
            <translation>Aus :) wird 🙂. Die Rücktaste direkt danach macht es rückgängig.</translation>
        </message>
        <message>
            <source>Skin tone</source>
            <translation>Hautton</translation>
        </message>
        <message>
            <source>Of the emoji that have one, unless you choose another for one of them.</source>
            <translation>Für Emoji, die einen haben, sofern du für eines nicht einen anderen wählst.</translation>
        </message>
        <message>
            <source>None</source>
            <comment>skin tone</comment>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>skin tone</comment>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Medium light</source>
            <comment>skin tone</comment>
            <translation>Mittelhell</translation>
        </message>
        <message>
            <source>Medium</source>
            <comment>skin tone</comment>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Medium dark</source>
            <comment>skin tone</comment>
            <translation>Mitteldunkel</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>skin tone</comment>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Notify me about</source>
            <translation>Benachrichtigen über</translation>
        </message>
        <message>
            <source>In rooms that have no choice of their own, which a room’s menu offers.</source>
            <translation>In Räumen ohne eigene Einstellung; die bietet das Menü des Raums.</translation>
        </message>
        <message>
            <source>Play sounds</source>
            <translation>Töne abspielen</translation>
        </message>
        <message>
            <source>A short one with each notification.</source>
            <translation>Ein kurzer mit jeder Benachrichtigung.</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Ruhezeit</translation>
        </message>
        <message>
            <source>No notifications and no sounds between these times. What is unread is counted.</source>
            <translation>Keine Benachrichtigungen und Töne in dieser Zeit. Ungelesenes wird gezählt.</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>Ruhe ab</translation>
        </message>
        <message>
            <source>Every day.</source>
            <translation>Jeden Tag.</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>Ruhe bis</translation>
        </message>
        <message>
            <source>On the next day, where that is the earlier time.</source>
            <translation>Am nächsten Tag, wenn das die frühere Uhrzeit ist.</translation>
        </message>
        <message>
            <source>Keep hosting in the tray</source>
            <translation>Im Infobereich weiterlaufen</translation>
        </message>
        <message>
            <source>Closing the window while you host offers that, on systems that have a tray.</source>
            <translation>Wird angeboten, wenn du das Fenster bei offenem Chat schließt, auf Systemen mit Infobereich.</translation>
        </message>
        <message>
            <source>Keep this computer awake while I host</source>
            <translation>Computer wach halten, solange mein Chat offen ist</translation>
        </message>
        <message>
            <source>If it falls asleep, everybody is disconnected. The screen may still turn off.</source>
            <translation>Wenn er einschläft, verlieren alle die Verbindung. Der Bildschirm darf trotzdem ausgehen.</translation>
        </message>
        <message>
            <source>Tell me of newer versions</source>
            <translation>Neuere Versionen melden</translation>
        </message>
        <message>
            <source>Looks once a day, and sends nothing about you. Off where the system sees to updates.</source>
            <translation>Sieht einmal am Tag nach und sendet nichts über dich. Aus, wo sich das System um Aktualisierungen kümmert.</translation>
        </message>
        <message>
            <source>Of the window, its numbers and its dates. Takes effect at the next start.</source>
            <translation>Die des Fensters, seiner Zahlen und Daten. Gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <source>As in other rooms</source>
            <translation>Wie in anderen Räumen</translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation>Dein Chat</translation>
        </message>
        <message>
            <source>Notifications of {room} on {server}</source>
            <translation>Benachrichtigungen von {room} auf {server}</translation>
        </message>
        <message>
            <source>Rooms with a choice of their own</source>
            <translation>Räume mit eigener Einstellung</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Search settings</source>
            <translation>Einstellungen durchsuchen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>No setting has “{query}” in it.</source>
            <translation>Keine Einstellung enthält „{query}“.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln settings found</source>
            <translation>
                <numerusform>%Ln Einstellung gefunden</numerusform>
                <numerusform>%Ln Einstellungen gefunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Chatapp speaks {language} from its next start on.</source>
            <translation>Chatapp spricht {language} ab dem nächsten Start.</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>Jetzt neu starten</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Search shortcuts</source>
            <translation>Tastenkürzel durchsuchen</translation>
        </message>
        <message>
            <source>No command is called that.</source>
            <translation>So heißt kein Befehl.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found</source>
            <translation>
                <numerusform>%Ln gefunden</numerusform>
                <numerusform>%Ln gefunden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SkinTones</name>
        <message>
            <source>No skin tone</source>
            <translation>Kein Hautton</translation>
        </message>
        <message>
            <source>Light skin tone</source>
            <translation>Heller Hautton</translation>
        </message>
        <message>
            <source>Medium-light skin tone</source>
            <translation>Mittelheller Hautton</translation>
        </message>
        <message>
            <source>Medium skin tone</source>
            <translation>Mittlerer Hautton</translation>
        </message>
        <message>
            <source>Medium-dark skin tone</source>
            <translation>Mitteldunkler Hautton</translation>
        </message>
        <message>
            <source>Dark skin tone</source>
            <translation>Dunkler Hautton</translation>
        </message>
        <message>
            <source>{first}, then {second}</source>
            <translation>{first}, dann {second}</translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message>
            <source>Suggestions</source>
            <translation>Vorschläge</translation>
        </message>
    </context>
    <context>
        <name>Switcher</name>
        <message>
            <source>on</source>
            <translation>an</translation>
        </message>
        <message>
            <source>not joined</source>
            <translation>nicht beigetreten</translation>
        </message>
        <message numerus="yes">
            <source>%Ln unread</source>
            <translation>
                <numerusform>%Ln ungelesen</numerusform>
                <numerusform>%Ln ungelesen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln for you</source>
            <translation>
                <numerusform>%Ln für dich</numerusform>
                <numerusform>%Ln für dich</numerusform>
            </translation>
        </message>
        <message>
            <source>room</source>
            <translation>Raum</translation>
        </message>
        <message>
            <source>in {room}</source>
            <translation>in {room}</translation>
        </message>
        <message>
            <source>in this room</source>
            <translation>in diesem Raum</translation>
        </message>
        <message>
            <source>person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Create room “{name}”</source>
            <translation>Raum „{name}“ anlegen</translation>
        </message>
    </context>
    <context>
        <name>SwitcherPopup</name>
        <message>
            <source>Go to</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>Room, person or command</source>
            <translation>Raum, Person oder Befehl</translation>
        </message>
        <message>
            <source>{enter} goes there, {join} joins the room as well. # finds rooms, @ people, &gt; commands.</source>
            <translation>{enter} geht dorthin, {join} tritt dem Raum auch bei. # findet Räume, @ Personen, &gt; Befehle.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found: {first}</source>
            <translation>
                <numerusform>%Ln gefunden: {first}</numerusform>
                <numerusform>%Ln gefunden: {first}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>Nichts heißt so.</translation>
        </message>
        <message>
            <source>There is nothing to go to.</source>
            <translation>Es gibt nichts, wohin du gehen könntest.</translation>
        </message>
    </context>
    <context>
        <name>TakeOver</name>
        <message>
            <source>Take over a chat</source>
            <translation>Einen Chat übernehmen</translation>
        </message>
        <message>
            <source>Choose the file that its host saved. From then on, you are the host.</source>
            <translation>Wähle die Datei, die der Host gespeichert hat. Von da an bist du der Host.</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen…</translation>
        </message>
        <message>
            <source>Choose the file</source>
            <translation>Datei wählen</translation>
        </message>
        <message>
            <source>No file yet</source>
            <translation>Noch keine Datei</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>Passwort der Datei</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>You hosted a chat on this computer before. It can be set aside: it stays on this computer, in a folder of its own, and is not hosted any more.</source>
            <translation>Auf diesem Computer hast du schon einmal einen Chat eröffnet. Er kann beiseitegelegt werden: Er bleibt auf diesem Computer, in einem eigenen Ordner, und wird nicht mehr eröffnet.</translation>
        </message>
        <message>
            <source>Set it aside and take over</source>
            <translation>Beiseitelegen und übernehmen</translation>
        </message>
        <message>
            <source>Looking through the file…</source>
            <translation>Die Datei wird durchgesehen…</translation>
        </message>
        <message>
            <source>Chats (*.{suffix})</source>
            <translation>Chats (*.{suffix})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
    </context>
    <context>
        <name>Telling</name>
        <message>
            <source>This is how Chatapp tells you of messages while you look elsewhere.</source>
            <translation>So meldet dir Chatapp Nachrichten, während du woanders hinsiehst.</translation>
        </message>
        <message>
            <source>A test notification</source>
            <translation>Eine Testbenachrichtigung</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln weitere Person</numerusform>
                <numerusform>%Ln weitere</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} reacted with {emoji}</source>
            <translation>
                <numerusform>{names} hat mit {emoji} reagiert</numerusform>
                <numerusform>{names} haben mit {emoji} reagiert</numerusform>
            </translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Erneut senden</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Gestern</translation>
        </message>
        <message>
            <source>Open link: {link}</source>
            <translation>Link öffnen: {link}</translation>
        </message>
        <message>
            <source>Copy link: {link}</source>
            <translation>Link kopieren: {link}</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <source>React</source>
            <translation>Reagieren</translation>
        </message>
        <message>
            <source>Show the message that this answers</source>
            <translation>Beantwortete Nachricht zeigen</translation>
        </message>
        <message>
            <source>Show fewer names</source>
            <translation>Weniger Namen zeigen</translation>
        </message>
        <message>
            <source>Show all names</source>
            <translation>Alle Namen zeigen</translation>
        </message>
        <message>
            <source>Choose an emoji…</source>
            <translation>Emoji auswählen…</translation>
        </message>
        <message numerus="yes">
            <source>… %Ln more characters: copy the message to read them</source>
            <translation>
                <numerusform>… %Ln weiteres Zeichen: Kopiere die Nachricht, um es zu lesen</numerusform>
                <numerusform>… %Ln weitere Zeichen: Kopiere die Nachricht, um sie zu lesen</numerusform>
            </translation>
        </message>
        <message>
            <source>{before} is now {after}</source>
            <translation>{before} heißt jetzt {after}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln others changed their names</source>
            <translation>
                <numerusform>%Ln weitere Person hat den Namen geändert</numerusform>
                <numerusform>%Ln weitere haben den Namen geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>; </source>
            <translation>; </translation>
        </message>
        <message numerus="yes">
            <source>{names} joined</source>
            <translation>
                <numerusform>{names} ist beigetreten</numerusform>
                <numerusform>{names} sind beigetreten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} left</source>
            <translation>
                <numerusform>{names} ist gegangen</numerusform>
                <numerusform>{names} sind gegangen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} joined and left</source>
            <translation>
                <numerusform>{names} kam und ging</numerusform>
                <numerusform>{names} kamen und gingen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} left and came back</source>
            <translation>
                <numerusform>{names} ging und kam zurück</numerusform>
                <numerusform>{names} gingen und kamen zurück</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} and %Ln others</source>
            <translation>
                <numerusform>{names} und %Ln weitere Person</numerusform>
                <numerusform>{names} und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} und {last}</translation>
        </message>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>(mentions you)</source>
            <translation>(erwähnt dich)</translation>
        </message>
        <message>
            <source>(in reply to {quote})</source>
            <translation>(Antwort auf {quote})</translation>
        </message>
        <message>
            <source>(reactions: {reactions})</source>
            <translation>(Reaktionen: {reactions})</translation>
        </message>
        <message>
            <source>(sending)</source>
            <translation>(wird gesendet)</translation>
        </message>
        <message>
            <source>(quote) {text}</source>
            <translation>(Zitat) {text}</translation>
        </message>
        <message>
            <source>a message that is not shown here</source>
            <translation>eine Nachricht, die hier nicht gezeigt wird</translation>
        </message>
        <message>
            <source>This message was deleted</source>
            <translation>Diese Nachricht wurde gelöscht</translation>
        </message>
        <message>
            <source>(edited)</source>
            <translation>(bearbeitet)</translation>
        </message>
        <message>
            <source>Older messages are no longer kept here</source>
            <translation>Ältere Nachrichten sind hier nicht mehr gespeichert</translation>
        </message>
        <message>
            <source>Messages are missing here</source>
            <translation>Hier fehlen Nachrichten</translation>
        </message>
        <message>
            <source>Not sent. {problem}</source>
            <translation>Nicht gesendet. {problem}</translation>
        </message>
    </context>
    <context>
        <name>TimelineView</name>
        <message>
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>Nachricht kopieren</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>&amp;Hide window</source>
            <translation>Fenster &amp;ausblenden</translation>
        </message>
        <message>
            <source>&amp;Show window</source>
            <translation>Fenster &amp;zeigen</translation>
        </message>
        <message>
            <source>S&amp;top hosting</source>
            <translation>Chat &amp;schließen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message numerus="yes">
            <source>Chatapp: %Ln messages for you</source>
            <translation>
                <numerusform>Chatapp: %Ln Nachricht für dich</numerusform>
                <numerusform>Chatapp: %Ln Nachrichten für dich</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Chatapp: %Ln unread messages</source>
            <translation>
                <numerusform>Chatapp: %Ln ungelesene Nachricht</numerusform>
                <numerusform>Chatapp: %Ln ungelesene Nachrichten</numerusform>
            </translation>
        </message>
        <message>
            <source>Chatapp: hosting</source>
            <translation>Chatapp: dein Chat läuft</translation>
        </message>
    </context>
    <context>
        <name>TrustDialog</name>
        <message>
            <source>Not now</source>
            <translation>Jetzt nicht</translation>
        </message>
        <message>
            <source>It is the same</source>
            <translation>Er ist gleich</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>To be sure, compare this code with the host's: side by side, or read aloud over the telephone. The host finds it under “Invite people”.</source>
            <translation>Um sicherzugehen, vergleiche diesen Code mit dem des Hosts: nebeneinander oder am Telefon vorgelesen. Der Host findet ihn unter „Personen einladen“.</translation>
        </message>
        <message>
            <source>The host's code:</source>
            <translation>Der Code des Hosts:</translation>
        </message>
        <message>
            <source>Code: {code}</source>
            <translation>Code: {code}</translation>
        </message>
        <message>
            <source>If it is another one, somebody may be listening: disconnect, and ask for an invite.</source>
            <translation>Wenn es ein anderer ist, hört vielleicht jemand mit: Trenne die Verbindung und lass dir eine Einladung geben.</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>Nicht verschlüsselt</translation>
        </message>
        <message>
            <source>On this computer alone</source>
            <translation>Nur auf diesem Computer</translation>
        </message>
        <message>
            <source>Is it really the host?</source>
            <translation>Ist es wirklich der Host?</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>Verschlüsselt</translation>
        </message>
        <message>
            <source>Whoever is on the way between you and the host can read what is said here, and change it. Passwords are never sent this way. Ask the host for an invite: it leads to an encrypted chat, if their Chatapp is new enough.</source>
            <translation>Wer auf dem Weg zwischen dir und dem Host sitzt, kann mitlesen, was hier geschrieben wird, und es ändern. Passwörter werden so nie gesendet. Lass dir vom Host eine Einladung geben: Sie führt zu einem verschlüsselten Chat, wenn das Chatapp des Hosts neu genug ist.</translation>
        </message>
        <message>
            <source>What is said here does not leave your computer on its way to the server.</source>
            <translation>Was hier geschrieben wird, verlässt auf dem Weg zum Server deinen Computer nicht.</translation>
        </message>
        <message>
            <source>What is said here is encrypted, and from now on nobody else can pass for this host. Nobody has checked yet that it is the right one.</source>
            <translation>Was hier geschrieben wird, ist verschlüsselt, und ab jetzt kann sich niemand anderes als dieser Host ausgeben. Ob es der richtige ist, hat noch niemand geprüft.</translation>
        </message>
        <message>
            <source>What is said here is encrypted, and the host is the same as the first time that you were here. Nobody has checked that it was the right one then.</source>
            <translation>Was hier geschrieben wird, ist verschlüsselt, und der Host ist derselbe wie bei deinem ersten Besuch. Ob es damals der richtige war, hat niemand geprüft.</translation>
        </message>
        <message>
            <source>Nobody on the way can read what is said here, and it is the host whom your invite names, or whom you have checked.</source>
            <translation>Niemand auf dem Weg kann lesen, was hier geschrieben wird, und es ist der Host, den deine Einladung nennt oder den du geprüft hast.</translation>
        </message>
        <message>
            <source>Nobody on the way can read what is said here, and a public authority says that the address belongs to the host.</source>
            <translation>Niemand auf dem Weg kann lesen, was hier geschrieben wird, und eine öffentliche Stelle bestätigt, dass die Adresse dem Host gehört.</translation>
        </message>
    </context>
    <context>
        <name>TrustIndicator</name>
        <message>
            <source>Tells what this means.</source>
            <translation>Sagt, was das bedeutet.</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>Nicht verschlüsselt</translation>
        </message>
        <message>
            <source>Stays on this computer</source>
            <translation>Bleibt auf diesem Computer</translation>
        </message>
        <message>
            <source>Encrypted, host not checked</source>
            <translation>Verschlüsselt, Host ungeprüft</translation>
        </message>
        <message>
            <source>Encrypted, host checked</source>
            <translation>Verschlüsselt, Host geprüft</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>Verschlüsselt</translation>
        </message>
        <message>
            <source>Host not checked</source>
            <translation>Host ungeprüft</translation>
        </message>
        <message>
            <source>Host checked</source>
            <translation>Host geprüft</translation>
        </message>
    </context>
    <context>
        <name>Until</name>
        <message>
            <source>1 hour</source>
            <translation>1 Stunde</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 Tage</translation>
        </message>
        <message>
            <source>For good</source>
            <translation>Für immer</translation>
        </message>
        <message>
            <source>for good</source>
            <translation>für immer</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>abgelaufen</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Your name</source>
            <translation>Dein Name</translation>
        </message>
        <message>
            <source>Back to the chat</source>
            <translation>Zurück zum Chat</translation>
        </message>
        <message>
            <source>Welcome to Chatapp</source>
            <translation>Willkommen bei Chatapp</translation>
        </message>
        <message>
            <source>Rooms for the people around you.</source>
            <translation>Räume für die Menschen um dich herum.</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>d MMM</source>
            <comment>day and month, as QDate::toString writes them</comment>
            <translation>d. MMM</translation>
        </message>
    </context>
    <context>
        <name>WordMenu</name>
        <message>
            <source>Looking for suggestions…</source>
            <translation>Vorschläge werden gesucht…</translation>
        </message>
        <message>
            <source>Add “{word}” to the dictionary</source>
            <translation>„{word}“ zum Wörterbuch hinzufügen</translation>
        </message>
        <message>
            <source>Ignore “{word}”</source>
            <translation>„{word}“ ignorieren</translation>
        </message>
        <message>
            <source>No suggestions</source>
            <translation>Keine Vorschläge</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>The server did not understand this. It may be older or newer than your Chatapp.</source>
            <translation>Der Server hat das nicht verstanden. Vielleicht ist er älter oder neuer als dein Chatapp.</translation>
        </message>
        <message>
            <source>The server lost track of who you are. Disconnect, then join the chat again.</source>
            <translation>Der Server weiß nicht mehr, wer du bist. Trenne die Verbindung und tritt dem Chat dann wieder bei.</translation>
        </message>
        <message>
            <source>The server does not allow this name. Please choose another one.</source>
            <translation>Der Server erlaubt diesen Namen nicht. Bitte wähle einen anderen.</translation>
        </message>
        <message>
            <source>Somebody here already has this name, or one that looks like it, or it is kept for them. Please choose another.</source>
            <translation>Hier heißt schon jemand so oder sehr ähnlich, oder der Name ist für jemanden frei gehalten. Bitte wähle einen anderen.</translation>
        </message>
        <message>
            <source>The server does not allow this room name. Please choose another one.</source>
            <translation>Der Server erlaubt diesen Raumnamen nicht. Bitte wähle einen anderen.</translation>
        </message>
        <message>
            <source>There is already a room of this name, or one that looks like it.</source>
            <translation>Es gibt schon einen Raum, der so oder sehr ähnlich heißt.</translation>
        </message>
        <message>
            <source>This room does not exist any more.</source>
            <translation>Diesen Raum gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>You are not in this room. Join it first.</source>
            <translation>Du bist nicht in diesem Raum. Tritt zuerst bei.</translation>
        </message>
        <message>
            <source>Everybody stays in this room; it cannot be left.</source>
            <translation>In diesem Raum bleiben alle; man kann ihn nicht verlassen.</translation>
        </message>
        <message>
            <source>This room always exists; it cannot be deleted.</source>
            <translation>Diesen Raum gibt es immer; man kann ihn nicht löschen.</translation>
        </message>
        <message>
            <source>Only the person who made this room may do that.</source>
            <translation>Das darf nur, wer diesen Raum angelegt hat.</translation>
        </message>
        <message>
            <source>There is nothing in this message. Write something first.</source>
            <translation>In dieser Nachricht steht nichts. Schreibe zuerst etwas.</translation>
        </message>
        <message>
            <source>This server has as many rooms as it can hold. Delete one that nobody needs.</source>
            <translation>Mehr Räume fasst dieser Server nicht. Lösche einen, den niemand braucht.</translation>
        </message>
        <message>
            <source>This message is too long. At most {most} characters can be sent at once.</source>
            <translation>Diese Nachricht ist zu lang. Höchstens {most} Zeichen lassen sich auf einmal senden.</translation>
        </message>
        <message>
            <source>That was too fast for this server. Wait a few seconds, then try again.</source>
            <translation>Das war zu schnell für diesen Server. Warte ein paar Sekunden und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>This server is full. Try again when somebody has left.</source>
            <translation>Dieser Server ist voll. Versuche es noch einmal, wenn jemand gegangen ist.</translation>
        </message>
        <message>
            <source>This is not the password, or the invite does not hold any more. Try again, or ask the host.</source>
            <translation>Das ist nicht das Passwort, oder die Einladung gilt nicht mehr. Versuche es noch einmal oder frage den Host.</translation>
        </message>
        <message>
            <source>The host lets in whoever has an invite or knows the password.</source>
            <translation>Der Host lässt hinein, wer eine Einladung hat oder das Passwort kennt.</translation>
        </message>
        <message>
            <source>The host lets nobody new in at the moment.</source>
            <translation>Der Host lässt gerade niemand Neues hinein.</translation>
        </message>
        <message>
            <source>The host does not let you in.</source>
            <translation>Der Host lässt dich nicht hinein.</translation>
        </message>
        <message>
            <source>The host takes encrypted connections only. Ask for an invite.</source>
            <translation>Der Host nimmt nur verschlüsselte Verbindungen an. Lass dir eine Einladung geben.</translation>
        </message>
        <message>
            <source>The host's disk is full, so nothing new can be kept. Tell the host.</source>
            <translation>Die Festplatte, auf der der Chat läuft, ist voll; Neues kann nicht gespeichert werden. Sag der Person Bescheid, die ihn eröffnet hat.</translation>
        </message>
        <message>
            <source>The server cannot do this right now. Try again in a moment.</source>
            <translation>Der Server kann das gerade nicht. Versuche es gleich noch einmal.</translation>
        </message>
        <message>
            <source>This message is no longer there.</source>
            <translation>Diese Nachricht ist nicht mehr da.</translation>
        </message>
        <message>
            <source>This server does not know how to do that. It may be older than your Chatapp.</source>
            <translation>Das kann dieser Server nicht. Vielleicht ist er älter als dein Chatapp.</translation>
        </message>
        <message>
            <source>Only the person who wrote this message can change it.</source>
            <translation>Diese Nachricht kann nur ändern, wer sie geschrieben hat.</translation>
        </message>
        <message>
            <source>Only the person who wrote this message, or made the room, can delete it.</source>
            <translation>Diese Nachricht kann nur löschen, wer sie geschrieben oder den Raum angelegt hat.</translation>
        </message>
        <message>
            <source>Only whoever is in charge of this chat may do that.</source>
            <translation>Das darf nur, wer diesen Chat leitet.</translation>
        </message>
        <message>
            <source>As things are by now, the server cannot do this. Look at them once more, then try something else.</source>
            <translation>So, wie es jetzt ist, geht das auf dem Server nicht. Sieh noch einmal nach und versuche dann etwas anderes.</translation>
        </message>
        <message>
            <source>The server did not do this, and did not say why. Please try again.</source>
            <translation>Der Server hat das nicht getan und nicht gesagt, warum. Bitte versuche es noch einmal.</translation>
        </message>
    </context>
</TS>

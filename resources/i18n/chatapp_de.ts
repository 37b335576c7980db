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
            <source>&amp;Host a server…</source>
            <translation>Chat &amp;eröffnen…</translation>
        </message>
        <message>
            <source>&amp;Stop hosting</source>
            <translation>Eigenen Chat &amp;schließen</translation>
        </message>
        <message>
            <source>Show my &amp;address…</source>
            <translation>Meine &amp;Adresse zeigen…</translation>
        </message>
        <message>
            <source>C&amp;opy my address</source>
            <translation>Meine Adresse &amp;kopieren</translation>
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
        <name>AddressesDialog</name>
        <message>
            <source>Give this address to others</source>
            <translation>Gib diese Adresse weiter</translation>
        </message>
        <message>
            <source>They choose “Join a chat” and type it. Everybody has to be on the same network.</source>
            <translation>Die anderen wählen „Chat beitreten“ und tippen sie ein. Alle müssen im selben Netzwerk sein.</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Another address</source>
            <translation>Weitere Adresse</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy {address}</source>
            <translation>{address} kopieren</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
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
        <name>Chats</name>
        <message>
            <source>Connecting to {address}…</source>
            <translation>Verbindung zu {address} wird aufgebaut…</translation>
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
            <source>Copy address</source>
            <translation>Adresse kopieren</translation>
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
            <source>Join a chat</source>
            <translation>Chat beitreten</translation>
        </message>
        <message>
            <source>Somebody else hosts, and gave you an address.</source>
            <translation>Jemand anderes hat einen Chat eröffnet und dir eine Adresse gegeben.</translation>
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
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
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
            <source>Host a server</source>
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
            <source>Copy address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <source>Hosting on {address}</source>
            <translation>Dein Chat läuft unter {address}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
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
            <source>The host finds it at the bottom of their window.</source>
            <translation>Wer den Chat eröffnet hat, findet sie unten im eigenen Fenster.</translation>
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
        <name>MainWindow</name>
        <message>
            <source>{title} ({profile})</source>
            <translation>{title} ({profile})</translation>
        </message>
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
        <message>
            <source>Join another chat?</source>
            <translation>Einem anderen Chat beitreten?</translation>
        </message>
        <message>
            <source>Stop hosting</source>
            <translation>Chat schließen</translation>
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
            <source>made this room</source>
            <translation>hat diesen Raum angelegt</translation>
        </message>
        <message>
            <source>you</source>
            <translation>du</translation>
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
            <source>owner</source>
            <translation>Raumleitung</translation>
        </message>
        <message>
            <source>you</source>
            <translation>du</translation>
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
            <source>A port is a number from 1 to 65535.</source>
            <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
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
            <source>{address} does not speak TLS. If it is a server without encryption, its address starts with ws://.</source>
            <translation>{address} spricht kein TLS. Falls es ein Server ohne Verschlüsselung ist, beginnt seine Adresse mit ws://.</translation>
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
            <source>The server at {address} does not let this app in.</source>
            <translation>Der Server unter {address} lässt diese App nicht hinein.</translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}: what answers there says “HTTP {code}”.</source>
            <translation>Unter {address} gibt es keinen Chatapp-Server: Was dort antwortet, sagt „HTTP {code}“.</translation>
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
            <source>An address starts with ws:// or chatapp://, or is just a host and a port.</source>
            <translation>Eine Adresse beginnt mit ws:// oder chatapp:// oder besteht nur aus Rechner und Port.</translation>
        </message>
        <message>
            <source>This invite is for an encrypted server, which this version of Chatapp cannot check.</source>
            <translation>Diese Einladung gehört zu einem verschlüsselten Server, den diese Version von Chatapp nicht prüfen kann.</translation>
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
            <source>Somebody here already has this name, or one that looks like it. Please choose another.</source>
            <translation>Hier heißt schon jemand so oder sehr ähnlich. Bitte wähle einen anderen Namen.</translation>
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
            <source>The server did not let you in. Ask the host for a new invite.</source>
            <translation>Der Server hat dich nicht hineingelassen. Lass dir eine neue Einladung geben.</translation>
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
            <source>The server did not do this, and did not say why. Please try again.</source>
            <translation>Der Server hat das nicht getan und nicht gesagt, warum. Bitte versuche es noch einmal.</translation>
        </message>
    </context>
</TS>

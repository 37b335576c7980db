<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About Chatapp</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rooms for the people around you.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Licences</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chatapp is free software: GPL-3.0-or-later. It stands on the work of others:</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>Guest</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ActionBar</name>
        <message>
            <source>React with {emoji}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>React…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reply</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Host a server…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Stop hosting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show my &amp;address…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Join a chat…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Disconnect</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change &amp;name…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;New room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Join room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Leave room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Delete room…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Find a room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next unread room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous unread room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find in &amp;this room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find in &amp;all rooms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Close tab</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;People</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Normal text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;About Chatapp</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Chat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Chat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AddressesDialog</name>
        <message>
            <source>Give this address to others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>They choose “Join a chat” and type it. Everybody has to be on the same network.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Another address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy {address}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Announcer</name>
        <message>
            <source>{count} new messages</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>AskText</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Canvas</name>
        <message>
            <source>Loading…</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Chats</name>
        <message>
            <source>Connecting to {address}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Opening your chat…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Others can join at {address}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Port {asked} is in use by another program, so this chat is on port {port}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You stopped hosting. What was said is kept, for when you host again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Host again</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Host a chat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Join a chat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Somebody else hosts, and gave you an address.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On this computer, for people on your network. One click, no account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Again on this computer, at the address that you gave to others before.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send (Enter)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Message {room}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Replying to {author}: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Editing your message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} too many</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This is {count} characters too long to be sent at once. Send it in parts.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} is typing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name} and {other} are typing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{name}, {other} and {third} are typing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Several people are typing…</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ConnectionBar</name>
        <message>
            <source>Connecting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server does not accept this name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change name…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You are disconnected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Connect</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reconnecting in {seconds} s…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reconnecting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished"></translation>
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
        <name>Deeds</name>
        <message>
            <source>New room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Room name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Create</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Your messages carry the new name from now on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete #{room}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everybody in it leaves it, and it disappears from everybody's list. This cannot be undone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You will be called {name} once you are connected.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Choose a room on the left.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>EmojiGroups</name>
        <message>
            <source>Recent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Smileys and emotion</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>People and body</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Animals and nature</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Food and drink</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Travel and places</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Objects</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Flags</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>EmojiPopup</name>
        <message>
            <source>Choose an emoji</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Emoji groups</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No emoji found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try another word, or part of one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Search results</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export #{room}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everything said in this room that the server still keeps, in one file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A page to read in a browser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Data for other programs (JSON)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change where it is saved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} so far…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>It takes about {time} more: a long room is read in small parts, so that the chat goes on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved: {count}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Export to</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message>
            <source>The room was deleted and made anew meanwhile. Nothing was saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You are disconnected, so the rest could not be read. Nothing was saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file cannot be written here: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>GoneFoot</name>
        <message>
            <source>{room} was deleted. You can still read what was said.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy what you wrote</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>HitList</name>
        <message>
            <source>Search results</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>HostDialog</name>
        <message>
            <source>Host a server</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everyone on my network</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only this computer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Port</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use the next free port</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who can join?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start hosting</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Hosting</name>
        <message>
            <source>Stop hosting?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop hosting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep hosting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The rooms and what was said in them are here again when you host next.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody else is here at the moment.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{people} will be disconnected.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>HostingStatus</name>
        <message>
            <source>Copy address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hosting on {address}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Join</name>
        <message>
            <source>Server address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>192.168.1.20:20200, or an invite</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Join</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The host finds it at the bottom of their window.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Joined before</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>JoinFoot</name>
        <message>
            <source>What you wrote is kept until then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Join {room} to write</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Join room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You are looking into this room.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>JumpButton</name>
        <message>
            <source>↓ {count} new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} new messages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To the newest message</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>this server keeps no history</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>this server does not tell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>the window is too narrow</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Join another chat?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop hosting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop hosting and quit?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stop hosting and quit</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ModeBar</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel (Esc)</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Paging</name>
        <message>
            <source>Loading…</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>made this room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>you</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PeopleList</name>
        <message>
            <source>People</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PeoplePanel</name>
        <message>
            <source>In this room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hide people</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody is here right now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter mentions a person in your message.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mention {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy name</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>PersonRow</name>
        <message>
            <source>owner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>you</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RoomList</name>
        <message>
            <source>Rooms</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RoomRow</name>
        <message>
            <source>Joined</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other rooms</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RoomTabs</name>
        <message>
            <source>Open rooms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close {room}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{room} (viewing)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{room} (deleted)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{room}, {count} unread</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RoomView</name>
        <message>
            <source>Delete this message?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{text}” disappears for everybody. This cannot be undone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing was said here while you were in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You have not been in {room} yet. Join it to read along.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing has been said here yet.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message>
            <source>joined</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>not joined</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} unread</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>RoomsPanel</name>
        <message>
            <source>Find a room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show all rooms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No room is called that.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Join room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete room…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No room has “{text}” in its name.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>A port is a number from 1 to 65535.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search emoji</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message>
            <source>Search</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Search messages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All rooms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close search</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close search (Esc)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing found. Try fewer or shorter words.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} found so far, newest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>1 message found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} messages found, newest first</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>Another Chatapp window hosts a chat on this computer already. Stop hosting there first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What is said cannot be kept: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody knows the address {host}; give one of this computer's own, or leave it out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Port {port} is taken by another Chatapp server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Port {port} is taken by another program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This system lets only administrators listen on port {port}; choose one above 1023.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This computer does not have the address {host}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Listening on {address} failed: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The connection to the server was lost.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server stopped answering.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server sent something that this app does not understand.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server ended the connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The host has stopped the server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server ended the connection: something that was sent is too long for it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server had a problem and ended the connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server is starting again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server is full at the moment.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}; something else answers there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The name “{host}” cannot be found. Is it spelled correctly, and is the network there?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{address} cannot be trusted: {why}. Nothing was sent to it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{address} does not speak TLS. If it is a server without encryption, its address starts with ws://.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No server answers at {address} in time. Is it running, and on the same network?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No server answers at {address}. Is it running, and on the same network?</source>
            <translation>Unter {address} antwortet kein Server. Läuft er, und ist er im selben Netzwerk?</translation>
        </message>
        <message>
            <source>The server at {address} does not let this app in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}: what answers there says “HTTP {code}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server ended the connection: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Type the address of a server, such as {example}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>An address starts with ws:// or chatapp://, or is just a host and a port.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This invite is for an encrypted server, which this version of Chatapp cannot check.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{text}” is not an address: the port is a number from 1 to 65535.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>“{text}” is not an address. It looks like {one} or {other}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The name “{name}” is reserved. Please choose another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A name has at most {most} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A name cannot be empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A name cannot contain the character {character}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server did not confirm this message in time. It may or may not have arrived.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This server cannot do that.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You left the server before this was done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The connection was lost before the server answered. Please try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server did not answer in time. Please try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The connection was lost before this message was confirmed. It may or may not have arrived.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You were no longer in the room when this message could be sent.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server does not answer. It may be busy, or not be a Chatapp server.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server still holds this name for the lost connection. Trying again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server does not let you in at the moment.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Another name was chosen before this one was accepted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This message is no longer there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The room’s messages are not here. Open the room, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This room has been deleted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no connection to the server now. Please try again when it is back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You are not in this room. Join it to write in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A message has at most {most} characters; this one has {count}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The disk is full: nothing more can be kept in {path} until there is space.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The history {path} is damaged. The next start puts it aside and begins a new one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The history {path} cannot be written. Allow this account to write the file and its folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Another program is writing to the history {path}. Let it end first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The history {path} cannot be used: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is no history in {folder}: no server that keeps one has used this folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The history {path} was opened for reading only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file {path} was written by a newer version of Chatapp, which this one cannot read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The file {path} holds something else, which is not Chatapp's.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>ServerHeader</name>
        <message>
            <source>Connected as {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reconnecting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Disconnected</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Writing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send the message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Break the line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shift+Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit your last message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Up, where nothing is written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel a reply or an edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Messages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Previous and next message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Up, Down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select messages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shift+Up, Shift+Down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reply, react, edit and the like</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete your message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Oldest and newest message</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Home, End</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Next and previous hit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter, Shift+Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to where you were</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>{count} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} reacted with {emoji}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Retry</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open {link}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy {link}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reply</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>React</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show the message that this answers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show fewer names</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show all names</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose an emoji…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>… {count} more characters: copy the message to read them</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} joined</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} joined and left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} left and came back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{before} is now {after}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{count} others changed their names</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>; </source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} and {count} others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>, </source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>(in reply to {quote})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>(reactions: {reactions})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>(sending)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>a message that is not shown here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This message was deleted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>(edited)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Older messages are no longer kept here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Messages are missing here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not sent. {problem}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>TimelineView</name>
        <message>
            <source>Select all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Messages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Your name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the chat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Welcome to Chatapp</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Rooms for the people around you.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>The server did not understand this. It may be older or newer than your Chatapp.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server lost track of who you are. Disconnect, then join the chat again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server does not allow this name. Please choose another one.</source>
            <translation>Der Server erlaubt diesen Namen nicht. Bitte wähle einen anderen.</translation>
        </message>
        <message>
            <source>Somebody here already has this name, or one that looks like it. Please choose another.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server does not allow this room name. Please choose another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is already a room of this name, or one that looks like it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This room does not exist any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You are not in this room. Join it first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everybody stays in this room; it cannot be left.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This room always exists; it cannot be deleted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only the person who made this room may do that.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>There is nothing in this message. Write something first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This server has as many rooms as it can hold. Delete one that nobody needs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This message is too long. At most {most} characters can be sent at once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>That was too fast for this server. Wait a few seconds, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This server is full. Try again when somebody has left.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server did not let you in. Ask the host for a new invite.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The host's disk is full, so nothing new can be kept. Tell the host.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server cannot do this right now. Try again in a moment.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This message is no longer there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This server does not know how to do that. It may be older than your Chatapp.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only the person who wrote this message can change it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Only the person who wrote this message, or made the room, can delete it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The server did not do this, and did not say why. Please try again.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>

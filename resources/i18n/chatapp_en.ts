<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Announcer</name>
        <message numerus="yes">
            <source>%Ln new messages</source>
            <translation>
                <numerusform>%Ln new message</numerusform>
                <numerusform>%Ln new messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Care</name>
        <message numerus="yes">
            <source>%Ln people will be disconnected.</source>
            <translation>
                <numerusform>%Ln person will be disconnected.</numerusform>
                <numerusform>%Ln people will be disconnected.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Completer</name>
        <message numerus="yes">
            <source>%Ln suggestions. Tab inserts {first}.</source>
            <translation>
                <numerusform>%Ln suggestion. Tab inserts {first}.</numerusform>
                <numerusform>%Ln suggestions. Tab inserts {first}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message numerus="yes">
            <source>%Ln left</source>
            <translation>
                <numerusform>%Ln left</numerusform>
                <numerusform>%Ln left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln too many</source>
            <translation>
                <numerusform>%Ln too many</numerusform>
                <numerusform>%Ln too many</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>These %Ln characters are more than fits here. Paste them in parts.</source>
            <translation>
                <numerusform>This %Ln character is more than fits here. Paste it in parts.</numerusform>
                <numerusform>These %Ln characters are more than fits here. Paste them in parts.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This is %Ln characters too long to be sent at once. Send it in parts.</source>
            <translation>
                <numerusform>This is %Ln character too long to be sent at once. Send it in parts.</numerusform>
                <numerusform>This is %Ln characters too long to be sent at once. Send it in parts.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Counts</name>
        <message numerus="yes">
            <source>%Ln people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seconds</source>
            <translation>
                <numerusform>%Ln second</numerusform>
                <numerusform>%Ln seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minutes</source>
            <translation>
                <numerusform>%Ln minute</numerusform>
                <numerusform>%Ln minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EmojiPopup</name>
        <message numerus="yes">
            <source>%Ln emoji found, first: {name}</source>
            <translation>
                <numerusform>%Ln emoji found: {name}</numerusform>
                <numerusform>%Ln emoji found, first: {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Found</name>
        <message numerus="yes">
            <source>%Ln hosts found on this network</source>
            <translation>
                <numerusform>%Ln host found on this network</numerusform>
                <numerusform>%Ln hosts found on this network</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Hosting</name>
        <message numerus="yes">
            <source>If you stop hosting, %Ln people will be disconnected.</source>
            <translation>
                <numerusform>If you stop hosting, %Ln person will be disconnected.</numerusform>
                <numerusform>If you stop hosting, %Ln people will be disconnected.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln people will be disconnected.</source>
            <translation>
                <numerusform>%Ln person will be disconnected.</numerusform>
                <numerusform>%Ln people will be disconnected.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HostingStatus</name>
        <message numerus="yes">
            <source>%Ln not encrypted</source>
            <translation>
                <numerusform>%Ln not encrypted</numerusform>
                <numerusform>%Ln not encrypted</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InvitesPage</name>
        <message numerus="yes">
            <source>%Ln times</source>
            <translation>
                <numerusform>once</numerusform>
                <numerusform>%Ln times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JumpButton</name>
        <message numerus="yes">
            <source>↓ %Ln new</source>
            <translation>
                <numerusform>↓ %Ln new</numerusform>
                <numerusform>↓ %Ln new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>↓ %Ln+ new</source>
            <translation>
                <numerusform>↓ %Ln+ new</numerusform>
                <numerusform>↓ %Ln+ new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new messages</source>
            <translation>
                <numerusform>%Ln new message</numerusform>
                <numerusform>%Ln new messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NetworkDialog</name>
        <message numerus="yes">
            <source>%Ln problems found</source>
            <translation>
                <numerusform>%Ln problem found</numerusform>
                <numerusform>%Ln problems found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message numerus="yes">
            <source>%Ln messages for you in {room}</source>
            <translation>
                <numerusform>%Ln message for you in {room}</numerusform>
                <numerusform>%Ln messages for you in {room}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new messages in {room}</source>
            <translation>
                <numerusform>%Ln new message in {room}</numerusform>
                <numerusform>%Ln new messages in {room}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Pace</name>
        <message numerus="yes">
            <source>every %Ln seconds</source>
            <translation>
                <numerusform>every %Ln second</numerusform>
                <numerusform>every %Ln seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minutes</source>
            <translation>
                <numerusform>every %Ln minute</numerusform>
                <numerusform>every %Ln minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoomTabs</name>
        <message numerus="yes">
            <source>{room}, %Ln mentions</source>
            <translation>
                <numerusform>{room}, %Ln mention</numerusform>
                <numerusform>{room}, %Ln mentions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{room}, %Ln unread</source>
            <translation>
                <numerusform>{room}, %Ln unread</numerusform>
                <numerusform>{room}, %Ln unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message numerus="yes">
            <source>%Ln unread</source>
            <translation>
                <numerusform>%Ln unread</numerusform>
                <numerusform>%Ln unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln mentions</source>
            <translation>
                <numerusform>%Ln mention</numerusform>
                <numerusform>%Ln mentions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message numerus="yes">
            <source>%Ln found so far, newest first</source>
            <translation>
                <numerusform>%Ln found so far, newest first</numerusform>
                <numerusform>%Ln found so far, newest first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages found, newest first</source>
            <translation>
                <numerusform>%Ln message found</numerusform>
                <numerusform>%Ln messages found, newest first</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message numerus="yes">
            <source>%Ln settings found</source>
            <translation>
                <numerusform>%Ln setting found</numerusform>
                <numerusform>%Ln settings found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message numerus="yes">
            <source>%Ln found</source>
            <translation>
                <numerusform>%Ln found</numerusform>
                <numerusform>%Ln found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Switcher</name>
        <message numerus="yes">
            <source>%Ln unread</source>
            <translation>
                <numerusform>%Ln unread</numerusform>
                <numerusform>%Ln unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln for you</source>
            <translation>
                <numerusform>%Ln for you</numerusform>
                <numerusform>%Ln for you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SwitcherPopup</name>
        <message numerus="yes">
            <source>%Ln found: {first}</source>
            <translation>
                <numerusform>%Ln found: {first}</numerusform>
                <numerusform>%Ln found: {first}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln more</numerusform>
                <numerusform>%Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} reacted with {emoji}</source>
            <translation>
                <numerusform>{names} reacted with {emoji}</numerusform>
                <numerusform>{names} reacted with {emoji}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… %Ln more characters: copy the message to read them</source>
            <translation>
                <numerusform>… %Ln more character: copy the message to read it</numerusform>
                <numerusform>… %Ln more characters: copy the message to read them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln others changed their names</source>
            <translation>
                <numerusform>%Ln other changed their name</numerusform>
                <numerusform>%Ln others changed their names</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} joined</source>
            <translation>
                <numerusform>{names} joined</numerusform>
                <numerusform>{names} joined</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} left</source>
            <translation>
                <numerusform>{names} left</numerusform>
                <numerusform>{names} left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} joined and left</source>
            <translation>
                <numerusform>{names} joined and left</numerusform>
                <numerusform>{names} joined and left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} left and came back</source>
            <translation>
                <numerusform>{names} left and came back</numerusform>
                <numerusform>{names} left and came back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} and %Ln others</source>
            <translation>
                <numerusform>{names} and %Ln other</numerusform>
                <numerusform>{names} and %Ln others</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>Chatapp: %Ln messages for you</source>
            <translation>
                <numerusform>Chatapp: %Ln message for you</numerusform>
                <numerusform>Chatapp: %Ln messages for you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Chatapp: %Ln unread messages</source>
            <translation>
                <numerusform>Chatapp: %Ln unread message</numerusform>
                <numerusform>Chatapp: %Ln unread messages</numerusform>
            </translation>
        </message>
    </context>
</TS>

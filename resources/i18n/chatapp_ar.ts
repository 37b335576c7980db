<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>About Chatapp</source>
            <translation>حول Chatapp</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>الإصدار {version}</translation>
        </message>
        <message>
            <source>Rooms for the people around you.</source>
            <translation>غرف لمن حولك.</translation>
        </message>
        <message>
            <source>Profile: {name}</source>
            <translation>الملف الشخصي: {name}</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>التراخيص</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Chatapp is free software: GPL-3.0-or-later. It stands on the work of others:</source>
            <translation>‏Chatapp برنامج حر برخصة GPL-3.0-or-later، ويقوم على عمل آخرين:</translation>
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>Guest</source>
            <translation>ضيف</translation>
        </message>
    </context>
    <context>
        <name>ActionBar</name>
        <message>
            <source>React with {emoji}</source>
            <translation>التفاعل بـ {emoji}</translation>
        </message>
        <message>
            <source>React…</source>
            <translation>تفاعل…</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>رد</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>تعديل</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>حذف…</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Host a chat…</source>
            <translation>ا&amp;ستضافة محادثة…</translation>
        </message>
        <message>
            <source>&amp;Stop hosting</source>
            <translation>&amp;إيقاف الاستضافة</translation>
        </message>
        <message>
            <source>&amp;Invite people…</source>
            <translation>دعوة أ&amp;شخاص…</translation>
        </message>
        <message>
            <source>C&amp;opy invite</source>
            <translation>&amp;نسخ الدعوة</translation>
        </message>
        <message>
            <source>&amp;Manage this chat…</source>
            <translation>إدارة &amp;هذه المحادثة…</translation>
        </message>
        <message>
            <source>Hand o&amp;ver this chat…</source>
            <translation>تسليم هذه الم&amp;حادثة…</translation>
        </message>
        <message>
            <source>Ta&amp;ke over a chat…</source>
            <translation>استلا&amp;م محادثة…</translation>
        </message>
        <message>
            <source>&amp;Test my network…</source>
            <translation>اختبار ش&amp;بكتي…</translation>
        </message>
        <message>
            <source>&amp;Join a chat…</source>
            <translation>الان&amp;ضمام إلى محادثة…</translation>
        </message>
        <message>
            <source>&amp;Disconnect</source>
            <translation>&amp;قطع الاتصال</translation>
        </message>
        <message>
            <source>&amp;Connect now</source>
            <translation>ا&amp;لاتصال الآن</translation>
        </message>
        <message>
            <source>Change &amp;name…</source>
            <translation>&amp;تغيير الاسم…</translation>
        </message>
        <message>
            <source>S&amp;ettings…</source>
            <translation>الإع&amp;دادات…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;خروج</translation>
        </message>
        <message>
            <source>&amp;New room</source>
            <translation>غرفة &amp;جديدة</translation>
        </message>
        <message>
            <source>&amp;Join room</source>
            <translation>الان&amp;ضمام إلى الغرفة</translation>
        </message>
        <message>
            <source>&amp;Leave room</source>
            <translation>&amp;مغادرة الغرفة</translation>
        </message>
        <message>
            <source>&amp;Delete room…</source>
            <translation>&amp;حذف الغرفة…</translation>
        </message>
        <message>
            <source>&amp;Go to…</source>
            <translation>ا&amp;نتقال إلى…</translation>
        </message>
        <message>
            <source>&amp;Find a room</source>
            <translation>البحث عن &amp;غرفة</translation>
        </message>
        <message>
            <source>Next room</source>
            <translation>الغرفة التالية</translation>
        </message>
        <message>
            <source>Previous room</source>
            <translation>الغرفة السابقة</translation>
        </message>
        <message>
            <source>Next unread room</source>
            <translation>الغرفة التالية غير المقروءة</translation>
        </message>
        <message>
            <source>Previous unread room</source>
            <translation>الغرفة السابقة غير المقروءة</translation>
        </message>
        <message>
            <source>&amp;Mark all as read</source>
            <translation>ت&amp;عليم الكل كمقروء</translation>
        </message>
        <message>
            <source>Find in &amp;this room</source>
            <translation>البحث في &amp;هذه الغرفة</translation>
        </message>
        <message>
            <source>Find in &amp;all rooms</source>
            <translation>البحث في &amp;كل الغرف</translation>
        </message>
        <message>
            <source>Next hit</source>
            <translation>النتيجة التالية</translation>
        </message>
        <message>
            <source>Previous hit</source>
            <translation>النتيجة السابقة</translation>
        </message>
        <message>
            <source>Go to date…</source>
            <translation>الانتقال إلى تاريخ…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>ت&amp;صدير…</translation>
        </message>
        <message>
            <source>Next tab</source>
            <translation>علامة التبويب التالية</translation>
        </message>
        <message>
            <source>Previous tab</source>
            <translation>علامة التبويب السابقة</translation>
        </message>
        <message>
            <source>&amp;Close tab</source>
            <translation>إغلا&amp;ق علامة التبويب</translation>
        </message>
        <message>
            <source>Move tab back</source>
            <translation>تقديم علامة التبويب</translation>
        </message>
        <message>
            <source>Move tab on</source>
            <translation>تأخير علامة التبويب</translation>
        </message>
        <message>
            <source>Mark as &amp;read</source>
            <translation>تعليم كمق&amp;روء</translation>
        </message>
        <message>
            <source>Copy l&amp;ink to room</source>
            <translation>نسخ را&amp;بط الغرفة</translation>
        </message>
        <message>
            <source>&amp;Reply</source>
            <translation>&amp;رد</translation>
        </message>
        <message>
            <source>Re&amp;act…</source>
            <translation>&amp;تفاعل…</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>تع&amp;ديل</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>&amp;حذف…</translation>
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation>إ&amp;عادة المحاولة</translation>
        </message>
        <message>
            <source>&amp;Copy message</source>
            <translation>&amp;نسخ الرسالة</translation>
        </message>
        <message>
            <source>&amp;More…</source>
            <translation>ال&amp;مزيد…</translation>
        </message>
        <message>
            <source>&amp;Newest message</source>
            <translation>أحدث ر&amp;سالة</translation>
        </message>
        <message>
            <source>&amp;Insert emoji…</source>
            <translation>إدرا&amp;ج رمز تعبيري…</translation>
        </message>
        <message>
            <source>As the &amp;system</source>
            <translation>ك&amp;ما في النظام</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;فاتح</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;داكن</translation>
        </message>
        <message>
            <source>High &amp;contrast</source>
            <translation>&amp;تباين عالٍ</translation>
        </message>
        <message>
            <source>&amp;People</source>
            <translation>الأ&amp;شخاص</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>نص أ&amp;كبر</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>نص أ&amp;صغر</translation>
        </message>
        <message>
            <source>&amp;Normal text</source>
            <translation>نص &amp;عادي</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>اللوحة التالية</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>اللوحة السابقة</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>اختصارات &amp;لوحة المفاتيح</translation>
        </message>
        <message>
            <source>&amp;About Chatapp</source>
            <translation>&amp;حول Chatapp</translation>
        </message>
        <message>
            <source>&amp;Chat</source>
            <translation>&amp;محادثة</translation>
        </message>
        <message>
            <source>&amp;Room</source>
            <translation>&amp;غرفة</translation>
        </message>
        <message>
            <source>N&amp;otifications</source>
            <translation>الإ&amp;شعارات</translation>
        </message>
        <message>
            <source>&amp;Message</source>
            <translation>&amp;رسالة</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;عرض</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>ال&amp;سمة</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>م&amp;ساعدة</translation>
        </message>
    </context>
    <context>
        <name>Acts</name>
        <message>
            <source>left the rules as they were</source>
            <translation>ترك القواعد كما هي</translation>
        </message>
        <message>
            <source>took away the name of the chat</source>
            <translation>أزال اسم المحادثة</translation>
        </message>
        <message>
            <source>called the chat “{name}”</source>
            <translation>سمّى المحادثة «{name}»</translation>
        </message>
        <message>
            <source>set a password</source>
            <translation>عيّن كلمة مرور</translation>
        </message>
        <message>
            <source>removed the password</source>
            <translation>أزال كلمة المرور</translation>
        </message>
        <message>
            <source>let nobody new in</source>
            <translation>منع دخول أي شخص جديد</translation>
        </message>
        <message>
            <source>let new people in again</source>
            <translation>سمح مجددًا بدخول أشخاص جدد</translation>
        </message>
        <message>
            <source>let invited people in only</source>
            <translation>سمح بدخول المدعوين فقط</translation>
        </message>
        <message>
            <source>let people in without an invite</source>
            <translation>سمح بالدخول بلا دعوة</translation>
        </message>
        <message>
            <source>allowed connections that are not encrypted</source>
            <translation>سمح باتصالات غير مشفّرة</translation>
        </message>
        <message>
            <source>forbade connections that are not encrypted</source>
            <translation>منع الاتصالات غير المشفّرة</translation>
        </message>
        <message>
            <source>let in {people} at most</source>
            <translation>جعل الحد الأقصى {people}</translation>
        </message>
        <message>
            <source>disconnected {name}</source>
            <translation>قطع اتصال {name}</translation>
        </message>
        <message>
            <source>banned {whom}</source>
            <translation>حظر {whom}</translation>
        </message>
        <message>
            <source>lifted the ban of {whom}</source>
            <translation>رفع الحظر عن {whom}</translation>
        </message>
        <message>
            <source>somebody</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>{name} (from {address})</source>
            <translation>{name} (من {address})</translation>
        </message>
        <message>
            <source>whoever comes from {address}</source>
            <translation>كل من يأتي من {address}</translation>
        </message>
        <message>
            <source>{what}, saying “{why}”</source>
            <translation>{what}، والسبب: «{why}»</translation>
        </message>
        <message>
            <source>let only those in charge write in {room}</source>
            <translation>جعل الكتابة في {room} للمسؤولين فقط</translation>
        </message>
        <message>
            <source>let everybody write in {room}</source>
            <translation>جعل الكتابة في {room} للجميع</translation>
        </message>
        <message>
            <source>made the invite “{name}” to {room}</source>
            <translation>أنشأ الدعوة «{name}» إلى {room}</translation>
        </message>
        <message>
            <source>made the invite “{name}”</source>
            <translation>أنشأ الدعوة «{name}»</translation>
        </message>
        <message>
            <source>took back the invite “{name}”</source>
            <translation>سحب الدعوة «{name}»</translation>
        </message>
        <message>
            <source>deleted a message in {room}</source>
            <translation>حذف رسالة في {room}</translation>
        </message>
        <message>
            <source>deleted {room}</source>
            <translation>حذف {room}</translation>
        </message>
    </context>
    <context>
        <name>Announcer</name>
        <message numerus="yes">
            <source>%Ln new messages</source>
            <translation>
                <numerusform>لا رسائل جديدة</numerusform>
                <numerusform>رسالة جديدة واحدة</numerusform>
                <numerusform>رسالتان جديدتان</numerusform>
                <numerusform>%Ln رسائل جديدة</numerusform>
                <numerusform>%Ln رسالة جديدة</numerusform>
                <numerusform>%Ln رسالة جديدة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AskText</name>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>Assurance</name>
        <message>
            <source>Compare…</source>
            <translation>مقارنة…</translation>
        </message>
        <message>
            <source>Another host was here before. Now it is the one whom your invite names: if that surprises you, ask the host whether the invite is from them.</source>
            <translation>كان هنا مستضيف آخر من قبل. والآن هو الذي تسميه دعوتك: إن فاجأك ذلك فاسأل المستضيف هل الدعوة منه.</translation>
        </message>
        <message>
            <source>You are here for the first time. The host's code is {code}.</source>
            <translation>أنت هنا للمرة الأولى. رمز المستضيف هو {code}.</translation>
        </message>
    </context>
    <context>
        <name>AwayDialog</name>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>They read this</source>
            <translation>سيقرأ ذلك</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>BanDialog</name>
        <message>
            <source>Ban {name}?</source>
            <translation>حظر {name}؟</translation>
        </message>
        <message>
            <source>They are disconnected, and not let in again until the ban ends or you lift it.</source>
            <translation>سينقطع اتصاله، ولن يُسمح له بالدخول حتى ينتهي الحظر أو ترفعه.</translation>
        </message>
        <message>
            <source>This person, wherever they connect from</source>
            <translation>هذا الشخص، أيًا كان مكان اتصاله</translation>
        </message>
        <message>
            <source>Whoever connects from their computer or network</source>
            <translation>كل من يتصل من حاسوبه أو شبكته</translation>
        </message>
        <message>
            <source>For how long</source>
            <translation>المدة</translation>
        </message>
        <message>
            <source>Only possible for people who have proven their name.</source>
            <translation>ممكن فقط لمن اسمه مؤكد.</translation>
        </message>
        <message>
            <source>Ban</source>
            <translation>حظر</translation>
        </message>
    </context>
    <context>
        <name>BansPage</name>
        <message>
            <source>Bans</source>
            <translation>المحظورون</translation>
        </message>
        <message>
            <source>Who is not let in.</source>
            <translation>من لا يُسمح له بالدخول.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>What is kept out</source>
            <translation>المحظور</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>حتى</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>By</source>
            <translation>بواسطة</translation>
        </message>
        <message>
            <source>Nobody is banned.</source>
            <translation>لا أحد محظور.</translation>
        </message>
        <message>
            <source>Lift ban</source>
            <translation>رفع الحظر</translation>
        </message>
        <message>
            <source>this person</source>
            <translation>هذا الشخص</translation>
        </message>
    </context>
    <context>
        <name>Canvas</name>
        <message>
            <source>Loading…</source>
            <translation>جارٍ التحميل…</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Remove from recent emoji</source>
            <translation>إزالة من المستخدمة حديثًا</translation>
        </message>
        <message>
            <source>Remove all recent emoji</source>
            <translation>إزالة كل المستخدمة حديثًا</translation>
        </message>
    </context>
    <context>
        <name>Care</name>
        <message numerus="yes">
            <source>%Ln people will be disconnected.</source>
            <translation>
                <numerusform>لن ينقطع اتصال أحد.</numerusform>
                <numerusform>سينقطع اتصال شخص واحد.</numerusform>
                <numerusform>سينقطع اتصال شخصين.</numerusform>
                <numerusform>سينقطع اتصال %Ln أشخاص.</numerusform>
                <numerusform>سينقطع اتصال %Ln شخصًا.</numerusform>
                <numerusform>سينقطع اتصال %Ln شخص.</numerusform>
            </translation>
        </message>
        <message>
            <source>They come back by themselves once it is awake again.</source>
            <translation>سيعود الاتصال من تلقاء نفسه حين يستيقظ الحاسوب.</translation>
        </message>
        <message>
            <source>This computer is going to sleep</source>
            <translation>سيدخل هذا الحاسوب في وضع السكون</translation>
        </message>
    </context>
    <context>
        <name>Chats</name>
        <message>
            <source>Connecting to {address}…</source>
            <translation>جارٍ الاتصال بـ {address}…</translation>
        </message>
        <message>
            <source>This stops your own chat for everybody in it.</source>
            <translation>سيوقف هذا محادثتك أنت لكل من فيها.</translation>
        </message>
        <message>
            <source>You leave the chat that you are in.</source>
            <translation>ستغادر المحادثة التي أنت فيها.</translation>
        </message>
        <message>
            <source>Trying the password…</source>
            <translation>جارٍ تجربة كلمة المرور…</translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation>محادثتك</translation>
        </message>
        <message>
            <source>Opening your chat…</source>
            <translation>جارٍ فتح محادثتك…</translation>
        </message>
        <message>
            <source>Others can join at {address}</source>
            <translation>يمكن للآخرين الانضمام عبر {address}</translation>
        </message>
        <message>
            <source>Port {asked} is in use by another program, so this chat is on port {port}.</source>
            <translation>المنفذ {asked} يستخدمه برنامج آخر، لذا تعمل هذه المحادثة على المنفذ {port}.</translation>
        </message>
        <message>
            <source>Copy invite</source>
            <translation>نسخ الدعوة</translation>
        </message>
        <message>
            <source>Show QR code</source>
            <translation>عرض رمز QR</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>You stopped hosting. What was said is kept, for when you host again.</source>
            <translation>أوقفت الاستضافة. ما قيل محفوظ إلى أن تستضيف من جديد.</translation>
        </message>
        <message>
            <source>Host again</source>
            <translation>الاستضافة من جديد</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Host a chat</source>
            <translation>استضافة محادثة</translation>
        </message>
        <message>
            <source>Somebody else hosts: on this network, or elsewhere with an invite for you.</source>
            <translation>يستضيفها شخص آخر: على هذه الشبكة، أو في مكان آخر ومعك دعوة.</translation>
        </message>
        <message>
            <source>Join a chat</source>
            <translation>الانضمام إلى محادثة</translation>
        </message>
        <message>
            <source>On this computer, for people on your network. One click, no account.</source>
            <translation>على هذا الحاسوب، لمن هم على شبكتك. نقرة واحدة وبلا حساب.</translation>
        </message>
        <message>
            <source>Again on this computer, at the address that you gave to others before.</source>
            <translation>على هذا الحاسوب من جديد، على العنوان الذي أعطيته للآخرين من قبل.</translation>
        </message>
    </context>
    <context>
        <name>Completer</name>
        <message numerus="yes">
            <source>%Ln suggestions. Tab inserts {first}.</source>
            <translation>
                <numerusform>لا اقتراحات. يُدرج Tab {first}.</numerusform>
                <numerusform>اقتراح واحد. يُدرج Tab {first}.</numerusform>
                <numerusform>اقتراحان. يُدرج Tab {first}.</numerusform>
                <numerusform>%Ln اقتراحات. يُدرج Tab {first}.</numerusform>
                <numerusform>%Ln اقتراحًا. يُدرج Tab {first}.</numerusform>
                <numerusform>%Ln اقتراح. يُدرج Tab {first}.</numerusform>
            </translation>
        </message>
        <message>
            <source>{suggestion}, {place} of {count}</source>
            <translation>{suggestion}، {place} من {count}</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Message</source>
            <translation>رسالة</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>رموز تعبيرية</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>إرسال</translation>
        </message>
        <message>
            <source>Send (Enter)</source>
            <translation>إرسال (Enter)</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>لم تُرسل</translation>
        </message>
        <message>
            <source>Message {room} ({pace})</source>
            <translation>رسالة إلى {room} ({pace})</translation>
        </message>
        <message>
            <source>Message {room}</source>
            <translation>رسالة إلى {room}</translation>
        </message>
        <message>
            <source>Replying to {author}: {text}</source>
            <translation>رد على {author}: {text}</translation>
        </message>
        <message>
            <source>Editing your message</source>
            <translation>تعديل رسالتك</translation>
        </message>
        <message numerus="yes">
            <source>%Ln left</source>
            <translation>
                <numerusform>لم يبقَ شيء</numerusform>
                <numerusform>بقي حرف واحد</numerusform>
                <numerusform>بقي حرفان</numerusform>
                <numerusform>بقي %Ln أحرف</numerusform>
                <numerusform>بقي %Ln حرفًا</numerusform>
                <numerusform>بقي %Ln حرف</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln too many</source>
            <translation>
                <numerusform>لا زيادة</numerusform>
                <numerusform>حرف زائد</numerusform>
                <numerusform>حرفان زائدان</numerusform>
                <numerusform>%Ln أحرف زائدة</numerusform>
                <numerusform>%Ln حرفًا زائدًا</numerusform>
                <numerusform>%Ln حرف زائد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>These %Ln characters are more than fits here. Paste them in parts.</source>
            <translation>
                <numerusform>النص أطول مما يتسع هنا. ألصقه على أجزاء.</numerusform>
                <numerusform>حرف واحد أكثر مما يتسع هنا. ألصق النص على أجزاء.</numerusform>
                <numerusform>حرفان أكثر مما يتسع هنا. ألصق النص على أجزاء.</numerusform>
                <numerusform>%Ln أحرف أكثر مما يتسع هنا. ألصق النص على أجزاء.</numerusform>
                <numerusform>%Ln حرفًا أكثر مما يتسع هنا. ألصق النص على أجزاء.</numerusform>
                <numerusform>%Ln حرف أكثر مما يتسع هنا. ألصق النص على أجزاء.</numerusform>
            </translation>
        </message>
        <message>
            <source>Emoji…</source>
            <translation>رموز تعبيرية…</translation>
        </message>
        <message numerus="yes">
            <source>This is %Ln characters too long to be sent at once. Send it in parts.</source>
            <translation>
                <numerusform>الرسالة أطول من أن تُرسل دفعة واحدة. أرسلها على أجزاء.</numerusform>
                <numerusform>تزيد الرسالة حرفًا واحدًا عمّا يُرسل دفعة واحدة. أرسلها على أجزاء.</numerusform>
                <numerusform>تزيد الرسالة حرفين عمّا يُرسل دفعة واحدة. أرسلها على أجزاء.</numerusform>
                <numerusform>تزيد الرسالة %Ln أحرف عمّا يُرسل دفعة واحدة. أرسلها على أجزاء.</numerusform>
                <numerusform>تزيد الرسالة %Ln حرفًا عمّا يُرسل دفعة واحدة. أرسلها على أجزاء.</numerusform>
                <numerusform>تزيد الرسالة %Ln حرف عمّا يُرسل دفعة واحدة. أرسلها على أجزاء.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is typing…</source>
            <translation>يكتب {name} الآن…</translation>
        </message>
        <message>
            <source>{name} and {other} are typing…</source>
            <translation>يكتب {name} و{other} الآن…</translation>
        </message>
        <message>
            <source>{name}, {other} and {third} are typing…</source>
            <translation>يكتب {name} و{other} و{third} الآن…</translation>
        </message>
        <message>
            <source>Several people are typing…</source>
            <translation>يكتب عدة أشخاص الآن…</translation>
        </message>
    </context>
    <context>
        <name>ConnectionBar</name>
        <message>
            <source>The connection is there again.</source>
            <translation>عاد الاتصال.</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>جارٍ الاتصال…</translation>
        </message>
        <message>
            <source>The server does not accept this name.</source>
            <translation>لا يقبل الخادم هذا الاسم.</translation>
        </message>
        <message>
            <source>Change name…</source>
            <translation>تغيير الاسم…</translation>
        </message>
        <message>
            <source>The host asks for a password.</source>
            <translation>يطلب المستضيف كلمة مرور.</translation>
        </message>
        <message>
            <source>Enter password…</source>
            <translation>إدخال كلمة المرور…</translation>
        </message>
        <message>
            <source>The host does not let you in.</source>
            <translation>لا يسمح لك المستضيف بالدخول.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>إعادة المحاولة</translation>
        </message>
        <message>
            <source>You are disconnected.</source>
            <translation>أنت غير متصل.</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>اتصال</translation>
        </message>
        <message>
            <source>Reconnecting in {seconds} s…</source>
            <translation>إعادة الاتصال بعد {seconds} ث…</translation>
        </message>
        <message>
            <source>Reconnecting…</source>
            <translation>جارٍ إعادة الاتصال…</translation>
        </message>
    </context>
    <context>
        <name>Counts</name>
        <message numerus="yes">
            <source>%Ln people</source>
            <translation>
                <numerusform>لا أحد</numerusform>
                <numerusform>شخص واحد</numerusform>
                <numerusform>شخصان</numerusform>
                <numerusform>%Ln أشخاص</numerusform>
                <numerusform>%Ln شخصًا</numerusform>
                <numerusform>%Ln شخص</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages</source>
            <translation>
                <numerusform>لا رسائل</numerusform>
                <numerusform>رسالة واحدة</numerusform>
                <numerusform>رسالتان</numerusform>
                <numerusform>%Ln رسائل</numerusform>
                <numerusform>%Ln رسالة</numerusform>
                <numerusform>%Ln رسالة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln seconds</source>
            <translation>
                <numerusform>أقل من ثانية</numerusform>
                <numerusform>ثانية واحدة</numerusform>
                <numerusform>ثانيتان</numerusform>
                <numerusform>%Ln ثوانٍ</numerusform>
                <numerusform>%Ln ثانية</numerusform>
                <numerusform>%Ln ثانية</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minutes</source>
            <translation>
                <numerusform>أقل من دقيقة</numerusform>
                <numerusform>دقيقة واحدة</numerusform>
                <numerusform>دقيقتان</numerusform>
                <numerusform>%Ln دقائق</numerusform>
                <numerusform>%Ln دقيقة</numerusform>
                <numerusform>%Ln دقيقة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DayFinder</name>
        <message>
            <source>The room was deleted and made anew meanwhile. Try again.</source>
            <translation>حُذفت الغرفة وأُنشئت من جديد في هذه الأثناء. حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>Nothing has been said here since then.</source>
            <translation>لم يُقل شيء هنا منذ ذلك الحين.</translation>
        </message>
        <message>
            <source>Nothing has been said here yet.</source>
            <translation>لم يُقل شيء هنا بعد.</translation>
        </message>
        <message>
            <source>You are disconnected, so the messages of that day cannot be looked up.</source>
            <translation>أنت غير متصل، فلا يمكن البحث عن رسائل ذلك اليوم.</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>New room</source>
            <translation>غرفة جديدة</translation>
        </message>
        <message>
            <source>Room name</source>
            <translation>اسم الغرفة</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>إنشاء</translation>
        </message>
        <message>
            <source>Change name</source>
            <translation>تغيير الاسم</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>الاسم الجديد</translation>
        </message>
        <message>
            <source>Your messages carry the new name from now on.</source>
            <translation>ستحمل رسائلك الاسم الجديد من الآن فصاعدًا.</translation>
        </message>
        <message>
            <source>Delete {room}?</source>
            <translation>حذف {room}؟</translation>
        </message>
        <message>
            <source>Everybody in it leaves it, and it disappears from everybody's list. This cannot be undone.</source>
            <translation>سيغادرها كل من فيها وتختفي من قوائم الجميع. لا يمكن التراجع عن ذلك.</translation>
        </message>
        <message>
            <source>Delete room</source>
            <translation>حذف الغرفة</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>الإبقاء عليها</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>كلمة المرور</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>دخول</translation>
        </message>
        <message>
            <source>The host lets in whoever has an invite or knows the password.</source>
            <translation>يسمح المستضيف بالدخول لمن لديه دعوة أو يعرف كلمة المرور.</translation>
        </message>
        <message>
            <source>You will be called {name} once you are connected.</source>
            <translation>سيصبح اسمك {name} فور اتصالك.</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Choose a room on the left.</source>
            <translation>اختر غرفة من القائمة.</translation>
        </message>
    </context>
    <context>
        <name>Doubts</name>
        <message>
            <source>{name} is here, and is not the {known} whom you know from before.</source>
            <translation>{name} هنا، وليس {known} الذي تعرفه من قبل.</translation>
        </message>
    </context>
    <context>
        <name>EmojiGroups</name>
        <message>
            <source>Recent</source>
            <translation>المستخدمة حديثًا</translation>
        </message>
        <message>
            <source>Smileys and emotion</source>
            <translation>الوجوه والمشاعر</translation>
        </message>
        <message>
            <source>People and body</source>
            <translation>الناس والجسم</translation>
        </message>
        <message>
            <source>Animals and nature</source>
            <translation>الحيوانات والطبيعة</translation>
        </message>
        <message>
            <source>Food and drink</source>
            <translation>الطعام والشراب</translation>
        </message>
        <message>
            <source>Travel and places</source>
            <translation>السفر والأماكن</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>الأنشطة</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>الأشياء</translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation>الرموز</translation>
        </message>
        <message>
            <source>Flags</source>
            <translation>الأعلام</translation>
        </message>
    </context>
    <context>
        <name>EmojiModel</name>
        <message>
            <source>Alt+Down for skin tones</source>
            <translation>‏Alt+↓ لألوان البشرة</translation>
        </message>
    </context>
    <context>
        <name>EmojiPopup</name>
        <message>
            <source>Choose an emoji</source>
            <translation>اختيار رمز تعبيري</translation>
        </message>
        <message>
            <source>Emoji groups</source>
            <translation>مجموعات الرموز التعبيرية</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>رموز تعبيرية</translation>
        </message>
        <message>
            <source>No emoji found</source>
            <translation>لم يُعثر على رمز تعبيري</translation>
        </message>
        <message>
            <source>Try another word, or part of one.</source>
            <translation>جرّب كلمة أخرى أو جزءًا من كلمة.</translation>
        </message>
        <message>
            <source>Skin tone of all emoji</source>
            <translation>لون بشرة كل الرموز التعبيرية</translation>
        </message>
        <message>
            <source>Search results</source>
            <translation>نتائج البحث</translation>
        </message>
        <message numerus="yes">
            <source>%Ln emoji found, first: {name}</source>
            <translation>
                <numerusform>لم يُعثر على رموز: {name}</numerusform>
                <numerusform>عُثر على رمز واحد: {name}</numerusform>
                <numerusform>عُثر على رمزين، أولهما: {name}</numerusform>
                <numerusform>عُثر على %Ln رموز، أولها: {name}</numerusform>
                <numerusform>عُثر على %Ln رمزًا، أولها: {name}</numerusform>
                <numerusform>عُثر على %Ln رمز، أولها: {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export {room}</source>
            <translation>تصدير {room}</translation>
        </message>
        <message>
            <source>Everything said in this room that the server still keeps, in one file.</source>
            <translation>كل ما قيل في هذه الغرفة ولا يزال محفوظًا على الخادم، في ملف واحد.</translation>
        </message>
        <message>
            <source>A page to read in a browser</source>
            <translation>صفحة للقراءة في المتصفح</translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation>نص عادي</translation>
        </message>
        <message>
            <source>Data for other programs (JSON)</source>
            <translation>بيانات لبرامج أخرى (JSON)</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>تغيير…</translation>
        </message>
        <message>
            <source>Change where it is saved</source>
            <translation>تغيير مكان الحفظ</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>التقدّم</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>تصدير</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>الحفظ بصيغة</translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>{count} so far…</source>
            <translation>حتى الآن: {count}…</translation>
        </message>
        <message>
            <source>It takes about {time} more: a long room is read in small parts, so that the chat goes on.</source>
            <translation>المدة المتبقية نحو: {time}. تُقرأ الغرفة الطويلة على أجزاء صغيرة كي لا تتعطل المحادثة.</translation>
        </message>
        <message>
            <source>Saved: {count}.</source>
            <translation>تم الحفظ: {count}.</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>إظهار في المجلد</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Reading…</source>
            <translation>جارٍ القراءة…</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>التصدير إلى</translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message>
            <source>The room was deleted and made anew meanwhile. Nothing was saved.</source>
            <translation>حُذفت الغرفة وأُنشئت من جديد في هذه الأثناء. لم يُحفظ شيء.</translation>
        </message>
        <message>
            <source>You are disconnected, so the rest could not be read. Nothing was saved.</source>
            <translation>انقطع اتصالك فتعذّرت قراءة الباقي. لم يُحفظ شيء.</translation>
        </message>
        <message>
            <source>This message was deleted.</source>
            <translation>حُذفت هذه الرسالة.</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>محذوفة</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>معدّلة</translation>
        </message>
        <message>
            <source>reply to {quote}</source>
            <translation>رد على {quote}</translation>
        </message>
        <message>
            <source>an earlier message</source>
            <translation>رسالة سابقة</translation>
        </message>
        <message>
            <source>The file cannot be written here: {why}.</source>
            <translation>تتعذّر كتابة الملف هنا: {why}.</translation>
        </message>
    </context>
    <context>
        <name>Found</name>
        <message>
            <source>Test my network</source>
            <translation>اختبار شبكتي</translation>
        </message>
        <message>
            <source>On this network</source>
            <translation>على هذه الشبكة</translation>
        </message>
        <message numerus="yes">
            <source>%Ln hosts found on this network</source>
            <translation>
                <numerusform>لا محادثات على هذه الشبكة</numerusform>
                <numerusform>عُثر على محادثة واحدة على هذه الشبكة</numerusform>
                <numerusform>عُثر على محادثتين على هذه الشبكة</numerusform>
                <numerusform>عُثر على %Ln محادثات على هذه الشبكة</numerusform>
                <numerusform>عُثر على %Ln محادثة على هذه الشبكة</numerusform>
                <numerusform>عُثر على %Ln محادثة على هذه الشبكة</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody hosts on this network yet. As soon as somebody does, you see it here.</source>
            <translation>لا أحد يستضيف على هذه الشبكة بعد. ما إن يبدأ أحدهم حتى ترى ذلك هنا.</translation>
        </message>
        <message>
            <source>This computer has no network at the moment. Connect to the Wi-Fi, or put a cable in.</source>
            <translation>لا شبكة لهذا الحاسوب حاليًا. اتصل بشبكة Wi-Fi أو وصّل كبل الشبكة.</translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <source>Hosts on this network</source>
            <translation>المحادثات على هذه الشبكة</translation>
        </message>
    </context>
    <context>
        <name>FoundServers</name>
        <message>
            <source>no longer there</source>
            <translation>لم تعد هناك</translation>
        </message>
        <message>
            <source>nobody there yet</source>
            <translation>لا أحد هناك بعد</translation>
        </message>
        <message>
            <source>joined before</source>
            <translation>انضممت إليها من قبل</translation>
        </message>
        <message>
            <source>by invite or password</source>
            <translation>بدعوة أو بكلمة مرور</translation>
        </message>
    </context>
    <context>
        <name>GoToDateDialog</name>
        <message>
            <source>Go to a date</source>
            <translation>الانتقال إلى تاريخ</translation>
        </message>
        <message>
            <source>The first message of that day in {room}, or the next one after it.</source>
            <translation>أول رسالة في ذلك اليوم في {room}، أو التي تليها.</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>التاريخ</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>التقويم</translation>
        </message>
        <message>
            <source>First message</source>
            <translation>أول رسالة</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>التقدّم</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Go to date</source>
            <translation>الانتقال إلى التاريخ</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>جارٍ البحث…</translation>
        </message>
    </context>
    <context>
        <name>GoneFoot</name>
        <message>
            <source>{room} was deleted. You can still read what was said.</source>
            <translation>حُذفت {room}. لا يزال بإمكانك قراءة ما قيل.</translation>
        </message>
        <message>
            <source>Copy what you wrote</source>
            <translation>نسخ ما كتبته</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>إغلاق علامة التبويب</translation>
        </message>
    </context>
    <context>
        <name>HandOver</name>
        <message>
            <source>Hand over this chat</source>
            <translation>تسليم هذه المحادثة</translation>
        </message>
        <message>
            <source>One file takes everything to another computer: what was said, the rooms, the rules, and the key by which others know this host. Invites go on to work there.</source>
            <translation>ينقل ملف واحد كل شيء إلى حاسوب آخر: ما قيل والغرف والقواعد والمفتاح الذي يعرف به الآخرون هذا المستضيف. وتبقى الدعوات صالحة هناك.</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>تغيير…</translation>
        </message>
        <message>
            <source>Change where it is saved</source>
            <translation>تغيير مكان الحفظ</translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>كلمة مرور الملف</translation>
        </message>
        <message>
            <source>Whoever has the file and this password can pass for you as the host. Give both only to the person who takes over.</source>
            <translation>من لديه الملف وكلمة المرور هذه يستطيع أن يحل محلك مستضيفًا. أعطهما فقط لمن يستلم المحادثة.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>حفظ</translation>
        </message>
        <message>
            <source>my-chat</source>
            <translation>محادثتي</translation>
        </message>
        <message>
            <source>Saved. Stop hosting here, then open Chatapp on the other computer and choose Chat ▸ Take over a chat.</source>
            <translation>تم الحفظ. أوقف الاستضافة هنا، ثم افتح Chatapp على الحاسوب الآخر واختر محادثة ◂ استلام محادثة.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>جارٍ الحفظ…</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>الحفظ باسم</translation>
        </message>
        <message>
            <source>At least {number} characters, please.</source>
            <translation>{number} أحرف على الأقل من فضلك.</translation>
        </message>
    </context>
    <context>
        <name>HitList</name>
        <message>
            <source>Search results</source>
            <translation>نتائج البحث</translation>
        </message>
    </context>
    <context>
        <name>Hits</name>
        <message>
            <source>{author}, {when}, {room}, {text}</source>
            <translation>{author}، {when}، {room}، {text}</translation>
        </message>
    </context>
    <context>
        <name>HostDialog</name>
        <message>
            <source>Host a chat</source>
            <translation>استضافة محادثة</translation>
        </message>
        <message>
            <source>Everyone on my network</source>
            <translation>كل من على شبكتي</translation>
        </message>
        <message>
            <source>Only this computer</source>
            <translation>هذا الحاسوب فقط</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>المنفذ</translation>
        </message>
        <message>
            <source>Use the next free port</source>
            <translation>استخدام المنفذ المتاح التالي</translation>
        </message>
        <message>
            <source>Who can join?</source>
            <translation>من يمكنه الانضمام؟</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Start hosting</source>
            <translation>بدء الاستضافة</translation>
        </message>
    </context>
    <context>
        <name>HostPanel</name>
        <message>
            <source>Manage this chat</source>
            <translation>إدارة هذه المحادثة</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>تسليم…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>This computer stays awake while you host. A closed lid still sends most laptops to sleep.</source>
            <translation>يبقى هذا الحاسوب مستيقظًا ما دمت تستضيف. لكن إغلاق الغطاء يُدخل معظم الحواسيب المحمولة في وضع السكون.</translation>
        </message>
        <message>
            <source>This computer may fall asleep by itself: that would disconnect everyone.</source>
            <translation>قد يدخل هذا الحاسوب في وضع السكون من تلقاء نفسه، فينقطع اتصال الجميع.</translation>
        </message>
        <message>
            <source>You are not connected, or not in charge of this chat any more.</source>
            <translation>أنت غير متصل، أو لم تعد مسؤولًا عن هذه المحادثة.</translation>
        </message>
    </context>
    <context>
        <name>Hosting</name>
        <message>
            <source>Stop hosting?</source>
            <translation>إيقاف الاستضافة؟</translation>
        </message>
        <message>
            <source>Stop hosting</source>
            <translation>إيقاف الاستضافة</translation>
        </message>
        <message numerus="yes">
            <source>If you stop hosting, %Ln people will be disconnected.</source>
            <translation>
                <numerusform>إذا أوقفت الاستضافة فلن ينقطع اتصال أحد.</numerusform>
                <numerusform>إذا أوقفت الاستضافة فسينقطع اتصال شخص واحد.</numerusform>
                <numerusform>إذا أوقفت الاستضافة فسينقطع اتصال شخصين.</numerusform>
                <numerusform>إذا أوقفت الاستضافة فسينقطع اتصال %Ln أشخاص.</numerusform>
                <numerusform>إذا أوقفت الاستضافة فسينقطع اتصال %Ln شخصًا.</numerusform>
                <numerusform>إذا أوقفت الاستضافة فسينقطع اتصال %Ln شخص.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody else is here at the moment.</source>
            <translation>لا أحد غيرك هنا حاليًا.</translation>
        </message>
        <message>
            <source>The chat can go on without the window: its icon in the system tray brings it back.</source>
            <translation>يمكن أن تستمر المحادثة بلا النافذة: أيقونتها في شريط النظام تعيدها.</translation>
        </message>
        <message>
            <source>Go on without the window?</source>
            <translation>المواصلة بلا النافذة؟</translation>
        </message>
        <message>
            <source>Stop hosting and quit</source>
            <translation>إيقاف الاستضافة والخروج</translation>
        </message>
        <message>
            <source>Keep the window open</source>
            <translation>إبقاء النافذة مفتوحة</translation>
        </message>
        <message>
            <source>Keep hosting in the tray</source>
            <translation>مواصلة الاستضافة في شريط النظام</translation>
        </message>
        <message>
            <source>Keep hosting</source>
            <translation>مواصلة الاستضافة</translation>
        </message>
        <message>
            <source>The rooms and what was said in them are here again when you host next.</source>
            <translation>ستعود الغرف وما قيل فيها عندما تستضيف في المرة القادمة.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln people will be disconnected.</source>
            <translation>
                <numerusform>لن ينقطع اتصال أحد.</numerusform>
                <numerusform>سينقطع اتصال شخص واحد.</numerusform>
                <numerusform>سينقطع اتصال شخصين.</numerusform>
                <numerusform>سينقطع اتصال %Ln أشخاص.</numerusform>
                <numerusform>سينقطع اتصال %Ln شخصًا.</numerusform>
                <numerusform>سينقطع اتصال %Ln شخص.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HostingStatus</name>
        <message>
            <source>Copy invite</source>
            <translation>نسخ الدعوة</translation>
        </message>
        <message>
            <source>Manage</source>
            <translation>إدارة</translation>
        </message>
        <message>
            <source>Hosting on {address}</source>
            <translation>الاستضافة على {address}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln not encrypted</source>
            <translation>
                <numerusform>الكل مشفّر</numerusform>
                <numerusform>واحد غير مشفّر</numerusform>
                <numerusform>اثنان غير مشفّرين</numerusform>
                <numerusform>%Ln غير مشفّرين</numerusform>
                <numerusform>%Ln غير مشفّرين</numerusform>
                <numerusform>%Ln غير مشفّرين</numerusform>
            </translation>
        </message>
        <message>
            <source>encrypted</source>
            <translation>مشفّر</translation>
        </message>
        <message>
            <source>not encrypted</source>
            <translation>غير مشفّر</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>تم النسخ</translation>
        </message>
    </context>
    <context>
        <name>InviteDialog</name>
        <message>
            <source>Invite people</source>
            <translation>دعوة أشخاص</translation>
        </message>
        <message>
            <source>They open Chatapp, choose “Join a chat” and paste the link or type the address.</source>
            <translation>يفتحون Chatapp ويختارون «الانضمام إلى محادثة» ثم يلصقون الرابط أو يكتبون العنوان.</translation>
        </message>
        <message>
            <source>First room</source>
            <translation>الغرفة الأولى</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>الرابط</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>نسخ الرابط</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>نسخ العنوان</translation>
        </message>
        <message>
            <source>Invite without password…</source>
            <translation>دعوة بلا كلمة مرور…</translation>
        </message>
        <message>
            <source>Somebody cannot join? Test my network</source>
            <translation>لا يستطيع أحدهم الانضمام؟ اختبار شبكتي</translation>
        </message>
        <message>
            <source>Show large</source>
            <translation>عرض مكبّر</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>حفظ الصورة…</translation>
        </message>
        <message>
            <source>Copy as text</source>
            <translation>نسخ كنص</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>نسخ الصورة</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Address to type</source>
            <translation>عنوان للكتابة</translation>
        </message>
        <message>
            <source>The one where everybody begins</source>
            <translation>التي يبدأ فيها الجميع</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Second address</source>
            <translation>العنوان الثاني</translation>
        </message>
        <message>
            <source>Third address</source>
            <translation>العنوان الثالث</translation>
        </message>
        <message>
            <source>Copy {address}</source>
            <translation>نسخ {address}</translation>
        </message>
        <message>
            <source>The rules of this chat let nobody new in at the moment.</source>
            <translation>قواعد هذه المحادثة لا تسمح حاليًا بدخول أحد جديد.</translation>
        </message>
        <message>
            <source>Whoever comes with this link is asked for the password.</source>
            <translation>من يأتي بهذا الرابط تُطلب منه كلمة المرور.</translation>
        </message>
        <message>
            <source>This link alone lets nobody in. Give them an invite without password.</source>
            <translation>هذا الرابط وحده لا يُدخل أحدًا. أعطِهم دعوة بلا كلمة مرور.</translation>
        </message>
        <message>
            <source>Lets in without the password until {moment}.</source>
            <translation>تتيح الدخول بلا كلمة المرور حتى {moment}.</translation>
        </message>
        <message>
            <source>Lets in without the password until you take it back.</source>
            <translation>تتيح الدخول بلا كلمة المرور حتى تسحبها.</translation>
        </message>
        <message>
            <source>QR code of the invite</source>
            <translation>رمز QR للدعوة</translation>
        </message>
        <message>
            <source>The same link as a picture, for whoever has a camera.</source>
            <translation>الرابط نفسه على شكل صورة، لمن لديه كاميرا.</translation>
        </message>
        <message>
            <source>Whoever types the address can compare this code with you: {code}</source>
            <translation>من يكتب العنوان يمكنه مقارنة هذا الرمز معك: {code}</translation>
        </message>
        <message>
            <source>Join our chat with Chatapp. Choose “Join a chat” and paste this link:</source>
            <translation>انضم إلى محادثتنا عبر Chatapp. اختر «الانضمام إلى محادثة» وألصق هذا الرابط:</translation>
        </message>
        <message>
            <source>Or type this address: {address}</source>
            <translation>أو اكتب هذا العنوان: {address}</translation>
        </message>
        <message>
            <source>The code of our host: {code}</source>
            <translation>رمز مستضيفنا: {code}</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>حفظ الصورة</translation>
        </message>
        <message>
            <source>Saved as {path}.</source>
            <translation>حُفظت باسم {path}.</translation>
        </message>
        <message>
            <source>{path} cannot be written. Choose another place.</source>
            <translation>تتعذّر كتابة {path}. اختر مكانًا آخر.</translation>
        </message>
    </context>
    <context>
        <name>Invited</name>
        <message>
            <source>Join this chat?</source>
            <translation>الانضمام إلى هذه المحادثة؟</translation>
        </message>
        <message>
            <source>You were given a link to a chat.</source>
            <translation>وصلك رابط إلى محادثة.</translation>
        </message>
        <message>
            <source>At {address}, as {name}</source>
            <translation>على {address} باسم {name}</translation>
        </message>
        <message>
            <source>It leads to the room {room}.</source>
            <translation>يؤدي إلى الغرفة {room}.</translation>
        </message>
        <message>
            <source>The link tells how to recognise the host: nobody else can pass for them.</source>
            <translation>يبيّن الرابط كيف يُعرف المستضيف: لا يستطيع أحد انتحال شخصيته.</translation>
        </message>
        <message>
            <source>The link does not tell how to recognise the host. Join if you trust who gave it to you.</source>
            <translation>لا يبيّن الرابط كيف يُعرف المستضيف. انضم إن كنت تثق بمن أعطاك إياه.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>انضمام</translation>
        </message>
    </context>
    <context>
        <name>InvitesPage</name>
        <message>
            <source>Invites</source>
            <translation>الدعوات</translation>
        </message>
        <message>
            <source>These let people in without the password. One that you take back lets nobody new in.</source>
            <translation>تتيح الدخول بلا كلمة المرور. والدعوة التي تسحبها لا تُدخل أحدًا جديدًا.</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>لمن</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>غير محدد</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>الاستخدام</translation>
        </message>
        <message numerus="yes">
            <source>%Ln times</source>
            <translation>
                <numerusform>لم تُستخدم</numerusform>
                <numerusform>مرة واحدة</numerusform>
                <numerusform>مرتان</numerusform>
                <numerusform>%Ln مرات</numerusform>
                <numerusform>%Ln مرة</numerusform>
                <numerusform>%Ln مرة</numerusform>
            </translation>
        </message>
        <message>
            <source>Works until</source>
            <translation>صالحة حتى</translation>
        </message>
        <message>
            <source>Begins in</source>
            <translation>تبدأ في</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>أنشأها</translation>
        </message>
        <message>
            <source>No invite was made yet.</source>
            <translation>لم تُنشأ أي دعوة بعد.</translation>
        </message>
        <message>
            <source>New invite…</source>
            <translation>دعوة جديدة…</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>سحب</translation>
        </message>
    </context>
    <context>
        <name>Join</name>
        <message>
            <source>Server address</source>
            <translation>عنوان الخادم</translation>
        </message>
        <message>
            <source>192.168.1.20:20200, or an invite</source>
            <translation>192.168.1.20:20200 أو دعوة</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>انضمام</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>Address or invite</source>
            <translation>عنوان أو دعوة</translation>
        </message>
        <message>
            <source>Whoever hosts can give you one. Or choose a chat from the list below.</source>
            <translation>يمكن للمستضيف أن يعطيك إياها. أو اختر محادثة من القائمة أدناه.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>كلمة المرور</translation>
        </message>
    </context>
    <context>
        <name>JoinFoot</name>
        <message>
            <source>What you wrote is kept until then.</source>
            <translation>ما كتبته محفوظ حتى ذلك الحين.</translation>
        </message>
        <message>
            <source>Join {room} to write</source>
            <translation>انضم إلى {room}</translation>
        </message>
        <message>
            <source>Join room</source>
            <translation>الانضمام إلى الغرفة</translation>
        </message>
        <message>
            <source>You are looking into this room.</source>
            <translation>أنت تطّلع على هذه الغرفة.</translation>
        </message>
    </context>
    <context>
        <name>JumpButton</name>
        <message numerus="yes">
            <source>↓ %Ln new</source>
            <translation>
                <numerusform>↓ لا جديد</numerusform>
                <numerusform>↓ رسالة جديدة</numerusform>
                <numerusform>↓ رسالتان جديدتان</numerusform>
                <numerusform>↓ %Ln جديدة</numerusform>
                <numerusform>↓ %Ln جديدة</numerusform>
                <numerusform>↓ %Ln جديدة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>↓ %Ln+ new</source>
            <translation>
                <numerusform>↓ لا جديد</numerusform>
                <numerusform>↓ رسالة جديدة</numerusform>
                <numerusform>↓ رسالتان جديدتان</numerusform>
                <numerusform>↓ %Ln+ جديدة</numerusform>
                <numerusform>↓ %Ln+ جديدة</numerusform>
                <numerusform>↓ %Ln+ جديدة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new messages</source>
            <translation>
                <numerusform>لا رسائل جديدة</numerusform>
                <numerusform>رسالة جديدة واحدة</numerusform>
                <numerusform>رسالتان جديدتان</numerusform>
                <numerusform>%Ln رسائل جديدة</numerusform>
                <numerusform>%Ln رسالة جديدة</numerusform>
                <numerusform>%Ln رسالة جديدة</numerusform>
            </translation>
        </message>
        <message>
            <source>To the newest message</source>
            <translation>إلى أحدث رسالة</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Writing</source>
            <translation>الكتابة</translation>
        </message>
        <message>
            <source>Send the message</source>
            <translation>إرسال الرسالة</translation>
        </message>
        <message>
            <source>Break the line</source>
            <translation>سطر جديد</translation>
        </message>
        <message>
            <source>Edit your last message, where nothing is written</source>
            <translation>تعديل رسالتك الأخيرة حين لا شيء مكتوب</translation>
        </message>
        <message>
            <source>Cancel a reply or an edit</source>
            <translation>إلغاء رد أو تعديل</translation>
        </message>
        <message>
            <source>Complete :emoji: and @name</source>
            <translation>إكمال ‎:emoji:‎ و‎@name‎</translation>
        </message>
        <message>
            <source>Choose among the suggestions</source>
            <translation>الاختيار من الاقتراحات</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>الرسائل</translation>
        </message>
        <message>
            <source>Previous and next message</source>
            <translation>الرسالة السابقة والتالية</translation>
        </message>
        <message>
            <source>Select messages</source>
            <translation>تحديد الرسائل</translation>
        </message>
        <message>
            <source>Everything that can be done with a message</source>
            <translation>كل ما يمكن فعله برسالة</translation>
        </message>
        <message>
            <source>Delete your message</source>
            <translation>حذف رسالتك</translation>
        </message>
        <message>
            <source>Oldest and newest message</source>
            <translation>أقدم رسالة وأحدث رسالة</translation>
        </message>
        <message>
            <source>Copy what is selected</source>
            <translation>نسخ المحدد</translation>
        </message>
        <message>
            <source>Select everything</source>
            <translation>تحديد الكل</translation>
        </message>
        <message>
            <source>Rooms and people</source>
            <translation>الغرف والأشخاص</translation>
        </message>
        <message>
            <source>Open a room, mention a person</source>
            <translation>فتح غرفة، الإشارة إلى شخص</translation>
        </message>
        <message>
            <source>Everything that can be done with them</source>
            <translation>كل ما يمكن فعله بهم</translation>
        </message>
        <message>
            <source>From the filter into the list</source>
            <translation>من حقل البحث إلى القائمة</translation>
        </message>
        <message>
            <source>Show all rooms again</source>
            <translation>عرض كل الغرف من جديد</translation>
        </message>
        <message>
            <source>Going to rooms, people and commands</source>
            <translation>الانتقال إلى الغرف والأشخاص والأوامر</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>الانتقال إلى هناك</translation>
        </message>
        <message>
            <source>Go there and join the room</source>
            <translation>الانتقال إلى هناك والانضمام إلى الغرفة</translation>
        </message>
        <message>
            <source>Rooms, people or commands alone</source>
            <translation>الغرف أو الأشخاص أو الأوامر وحدها</translation>
        </message>
        <message>
            <source>Back to where you were</source>
            <translation>العودة إلى حيث كنت</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>البحث</translation>
        </message>
        <message>
            <source>Next and previous hit</source>
            <translation>النتيجة التالية والسابقة</translation>
        </message>
        <message>
            <source>Emoji</source>
            <translation>الرموز التعبيرية</translation>
        </message>
        <message>
            <source>Insert the emoji</source>
            <translation>إدراج الرمز التعبيري</translation>
        </message>
        <message>
            <source>Insert it and choose another one</source>
            <translation>إدراجه واختيار رمز آخر</translation>
        </message>
        <message>
            <source>Other skin tones</source>
            <translation>ألوان بشرة أخرى</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>KickDialog</name>
        <message>
            <source>Disconnect {name}?</source>
            <translation>قطع اتصال {name}؟</translation>
        </message>
        <message>
            <source>They can come back. To keep them out, ban them.</source>
            <translation>يمكنه العودة. لمنعه من ذلك احظره.</translation>
        </message>
        <message>
            <source>Disconnect</source>
            <translation>قطع الاتصال</translation>
        </message>
    </context>
    <context>
        <name>LargeInvite</name>
        <message>
            <source>Join our chat</source>
            <translation>انضم إلى محادثتنا</translation>
        </message>
        <message>
            <source>QR code of the invite</source>
            <translation>رمز QR للدعوة</translation>
        </message>
        <message>
            <source>In Chatapp: Join a chat, then type</source>
            <translation>في Chatapp: الانضمام إلى محادثة، ثم اكتب</translation>
        </message>
        <message>
            <source>Code of this host: {code}</source>
            <translation>رمز هذا المستضيف: {code}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>Levels</name>
        <message>
            <source>&amp;Everything</source>
            <translation>&amp;كل شيء</translation>
        </message>
        <message>
            <source>&amp;As in settings (everything)</source>
            <translation>كما في الإ&amp;عدادات (كل شيء)</translation>
        </message>
        <message>
            <source>&amp;Nothing</source>
            <translation>&amp;لا شيء</translation>
        </message>
        <message>
            <source>&amp;As in settings (nothing)</source>
            <translation>كما في الإ&amp;عدادات (لا شيء)</translation>
        </message>
        <message>
            <source>&amp;Mentions</source>
            <translation>الإ&amp;شارات إليّ</translation>
        </message>
        <message>
            <source>&amp;As in settings (mentions)</source>
            <translation>كما في الإ&amp;عدادات (الإشارات إليّ)</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Log</source>
            <translation>سجل الإجراءات</translation>
        </message>
        <message>
            <source>What those in charge did with this chat, newest first.</source>
            <translation>ما فعله المسؤولون بهذه المحادثة، الأحدث أولًا.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>متى</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>من</translation>
        </message>
        <message>
            <source>What</source>
            <translation>ماذا</translation>
        </message>
        <message>
            <source>Nothing was done yet.</source>
            <translation>لم يُفعل شيء بعد.</translation>
        </message>
        <message>
            <source>Show older</source>
            <translation>عرض الأقدم</translation>
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
            <translation>الانضمام إلى محادثة أخرى؟</translation>
        </message>
        <message>
            <source>Stop hosting and join</source>
            <translation>إيقاف الاستضافة والانضمام</translation>
        </message>
        <message>
            <source>&amp;Download Chatapp {version}…</source>
            <translation>ت&amp;نزيل Chatapp {version}…</translation>
        </message>
        <message>
            <source>Chatapp {version} is there.</source>
            <translation>‏Chatapp {version} متاح.</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>تنزيل…</translation>
        </message>
        <message>
            <source>Stop hosting and quit?</source>
            <translation>إيقاف الاستضافة والخروج؟</translation>
        </message>
        <message>
            <source>Stop hosting and quit</source>
            <translation>إيقاف الاستضافة والخروج</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>this server keeps no history</source>
            <translation>هذا الخادم لا يحفظ السجل</translation>
        </message>
        <message>
            <source>this server does not tell</source>
            <translation>هذا الخادم لا يُفصح عن ذلك</translation>
        </message>
        <message>
            <source>the window is too narrow</source>
            <translation>النافذة ضيقة جدًا</translation>
        </message>
        <message>
            <source>No message yet</source>
            <translation>لا رسائل بعد</translation>
        </message>
    </context>
    <context>
        <name>ModeBar</name>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Cancel (Esc)</source>
            <translation>إلغاء (Esc)</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
    </context>
    <context>
        <name>NetworkDialog</name>
        <message>
            <source>Test my network</source>
            <translation>اختبار شبكتي</translation>
        </message>
        <message>
            <source>What keeps others from joining you, or you from joining them, as far as this computer sees.</source>
            <translation>ما يمنع الآخرين من الانضمام إليك، أو يمنعك من الانضمام إليهم، بقدر ما يراه هذا الحاسوب.</translation>
        </message>
        <message>
            <source>An address that you cannot join</source>
            <translation>عنوان لا تستطيع الانضمام إليه</translation>
        </message>
        <message>
            <source>192.168.1.20:20200</source>
            <translation>192.168.1.20:20200</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>اختبار</translation>
        </message>
        <message>
            <source>Test this address</source>
            <translation>اختبار هذا العنوان</translation>
        </message>
        <message>
            <source>Testing…</source>
            <translation>جارٍ الاختبار…</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>النتائج</translation>
        </message>
        <message>
            <source>Test this computer</source>
            <translation>اختبار هذا الحاسوب</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message numerus="yes">
            <source>%Ln problems found</source>
            <translation>
                <numerusform>لا مشاكل</numerusform>
                <numerusform>عُثر على مشكلة واحدة</numerusform>
                <numerusform>عُثر على مشكلتين</numerusform>
                <numerusform>عُثر على %Ln مشاكل</numerusform>
                <numerusform>عُثر على %Ln مشكلة</numerusform>
                <numerusform>عُثر على %Ln مشكلة</numerusform>
            </translation>
        </message>
        <message>
            <source>No problem found</source>
            <translation>لم يُعثر على مشكلة</translation>
        </message>
        <message>
            <source>Copy results</source>
            <translation>نسخ النتائج</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>all right</source>
            <translation>سليم</translation>
        </message>
        <message>
            <source>this is wrong</source>
            <translation>هنا خلل</translation>
        </message>
        <message>
            <source>not clear</source>
            <translation>غير واضح</translation>
        </message>
        <message>
            <source>good to know</source>
            <translation>للعلم</translation>
        </message>
    </context>
    <context>
        <name>NewInvite</name>
        <message>
            <source>Invite without password</source>
            <translation>دعوة بلا كلمة مرور</translation>
        </message>
        <message>
            <source>Whoever has it gets in without the password, also while only invited people are let in. You can take it back at any time.</source>
            <translation>من لديه هذه الدعوة يدخل بلا كلمة المرور، حتى حين يُسمح للمدعوين فقط. يمكنك سحبها في أي وقت.</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>لمن؟</translation>
        </message>
        <message>
            <source>Only you see this</source>
            <translation>لا يراه غيرك</translation>
        </message>
        <message>
            <source>The one where everybody begins</source>
            <translation>التي يبدأ فيها الجميع</translation>
        </message>
        <message>
            <source>First room</source>
            <translation>الغرفة الأولى</translation>
        </message>
        <message>
            <source>Works for</source>
            <translation>مدة الصلاحية</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Make invite</source>
            <translation>إنشاء الدعوة</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Dismiss</source>
            <translation>إخفاء</translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message numerus="yes">
            <source>%Ln messages for you in {room}</source>
            <translation>
                <numerusform>لا رسائل لك في {room}</numerusform>
                <numerusform>رسالة لك في {room}</numerusform>
                <numerusform>رسالتان لك في {room}</numerusform>
                <numerusform>%Ln رسائل لك في {room}</numerusform>
                <numerusform>%Ln رسالة لك في {room}</numerusform>
                <numerusform>%Ln رسالة لك في {room}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new messages in {room}</source>
            <translation>
                <numerusform>لا رسائل جديدة في {room}</numerusform>
                <numerusform>رسالة جديدة في {room}</numerusform>
                <numerusform>رسالتان جديدتان في {room}</numerusform>
                <numerusform>%Ln رسائل جديدة في {room}</numerusform>
                <numerusform>%Ln رسالة جديدة في {room}</numerusform>
                <numerusform>%Ln رسالة جديدة في {room}</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} in {room}</source>
            <translation>{name} في {room}</translation>
        </message>
        <message>
            <source>{name} mentioned you in {room}</source>
            <translation>أشار إليك {name} في {room}</translation>
        </message>
        <message>
            <source>{name} answered you in {room}</source>
            <translation>رد عليك {name} في {room}</translation>
        </message>
        <message>
            <source>Open the room to read.</source>
            <translation>افتح الغرفة للقراءة.</translation>
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
            <translation>بلا انتظار</translation>
        </message>
        <message numerus="yes">
            <source>every %Ln seconds</source>
            <translation>
                <numerusform>بلا انتظار</numerusform>
                <numerusform>كل ثانية</numerusform>
                <numerusform>كل ثانيتين</numerusform>
                <numerusform>كل %Ln ثوانٍ</numerusform>
                <numerusform>كل %Ln ثانية</numerusform>
                <numerusform>كل %Ln ثانية</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>every %Ln minutes</source>
            <translation>
                <numerusform>بلا انتظار</numerusform>
                <numerusform>كل دقيقة</numerusform>
                <numerusform>كل دقيقتين</numerusform>
                <numerusform>كل %Ln دقائق</numerusform>
                <numerusform>كل %Ln دقيقة</numerusform>
                <numerusform>كل %Ln دقيقة</numerusform>
            </translation>
        </message>
        <message>
            <source>Only those in charge write</source>
            <translation>الكتابة للمسؤولين فقط</translation>
        </message>
        <message>
            <source>Everybody may write {pace}</source>
            <translation>يمكن للجميع الكتابة {pace}</translation>
        </message>
    </context>
    <context>
        <name>PageList</name>
        <message>
            <source>Pages</source>
            <translation>الصفحات</translation>
        </message>
    </context>
    <context>
        <name>Paging</name>
        <message>
            <source>Loading…</source>
            <translation>جارٍ التحميل…</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>hosts this chat</source>
            <translation>يستضيف هذه المحادثة</translation>
        </message>
        <message>
            <source>in charge here</source>
            <translation>مسؤول هنا</translation>
        </message>
        <message>
            <source>made this room</source>
            <translation>أنشأ هذه الغرفة</translation>
        </message>
        <message>
            <source>you</source>
            <translation>أنت</translation>
        </message>
        <message>
            <source>has proven this name</source>
            <translation>اسمه مؤكد</translation>
        </message>
        <message>
            <source>you have met them before</source>
            <translation>تعرف هذا الشخص من قبل</translation>
        </message>
        <message>
            <source>you have met them before, as {name}</source>
            <translation>تعرف هذا الشخص من قبل باسم {name}</translation>
        </message>
        <message>
            <source>has not proven to be the {name} whom you know</source>
            <translation>لم يتأكد أنه {name} الذي تعرفه</translation>
        </message>
        <message>
            <source>this is not the {name} whom you know</source>
            <translation>ليس هذا {name} الذي تعرفه</translation>
        </message>
    </context>
    <context>
        <name>PeopleList</name>
        <message>
            <source>People</source>
            <translation>الأشخاص</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>People</source>
            <translation>الأشخاص</translation>
        </message>
        <message>
            <source>Everybody who is connected now.</source>
            <translation>كل من هو متصل الآن.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>الدور</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>الاتصال</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Here since</source>
            <translation>هنا منذ</translation>
        </message>
        <message>
            <source>Disconnect…</source>
            <translation>قطع الاتصال…</translation>
        </message>
        <message>
            <source>Ban…</source>
            <translation>حظر…</translation>
        </message>
        <message>
            <source>you</source>
            <translation>أنت</translation>
        </message>
        <message>
            <source>in charge</source>
            <translation>مسؤول</translation>
        </message>
        <message>
            <source>proven name</source>
            <translation>اسم مؤكد</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>هذا الحاسوب</translation>
        </message>
        <message>
            <source>encrypted</source>
            <translation>مشفّر</translation>
        </message>
        <message>
            <source>not encrypted</source>
            <translation>غير مشفّر</translation>
        </message>
    </context>
    <context>
        <name>PeoplePanel</name>
        <message>
            <source>In this room</source>
            <translation>في هذه الغرفة</translation>
        </message>
        <message>
            <source>Hide people</source>
            <translation>إخفاء الأشخاص</translation>
        </message>
        <message>
            <source>Nobody is here right now.</source>
            <translation>لا أحد هنا الآن.</translation>
        </message>
        <message>
            <source>You are not connected.</source>
            <translation>أنت غير متصل.</translation>
        </message>
        <message>
            <source>Enter mentions a person in your message.</source>
            <translation>يشير Enter إلى الشخص في رسالتك.</translation>
        </message>
        <message>
            <source>Mention {name}</source>
            <translation>الإشارة إلى {name}</translation>
        </message>
        <message>
            <source>Copy name</source>
            <translation>نسخ الاسم</translation>
        </message>
    </context>
    <context>
        <name>PersonRow</name>
        <message>
            <source>host</source>
            <translation>المستضيف</translation>
        </message>
        <message>
            <source>in charge</source>
            <translation>مسؤول</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>المنشئ</translation>
        </message>
        <message>
            <source>you</source>
            <translation>أنت</translation>
        </message>
        <message>
            <source>was {name}</source>
            <translation>سابقًا {name}</translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>QuietFoot</name>
        <message>
            <source>Only those in charge write in {room}.</source>
            <translation>الكتابة في {room} للمسؤولين فقط.</translation>
        </message>
        <message>
            <source>What you wrote is kept until you may write again.</source>
            <translation>ما كتبته محفوظ إلى أن تتاح لك الكتابة من جديد.</translation>
        </message>
    </context>
    <context>
        <name>Recent</name>
        <message>
            <source>Clear list</source>
            <translation>مسح القائمة</translation>
        </message>
        <message>
            <source>Clear the list of servers joined before</source>
            <translation>مسح قائمة الخوادم التي انضممت إليها من قبل</translation>
        </message>
        <message>
            <source>Joined before</source>
            <translation>انضممت إليها من قبل</translation>
        </message>
    </context>
    <context>
        <name>ResultList</name>
        <message>
            <source>Found</source>
            <translation>النتائج</translation>
        </message>
    </context>
    <context>
        <name>ResultRow</name>
        <message>
            <source>Rooms</source>
            <translation>الغرف</translation>
        </message>
        <message>
            <source>People</source>
            <translation>الأشخاص</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>الأوامر</translation>
        </message>
        <message>
            <source>New room</source>
            <translation>غرفة جديدة</translation>
        </message>
    </context>
    <context>
        <name>RoomList</name>
        <message>
            <source>Rooms</source>
            <translation>الغرف</translation>
        </message>
    </context>
    <context>
        <name>RoomRow</name>
        <message>
            <source>Joined</source>
            <translation>غرفك</translation>
        </message>
        <message>
            <source>Other rooms</source>
            <translation>غرف أخرى</translation>
        </message>
    </context>
    <context>
        <name>RoomTabs</name>
        <message>
            <source>Open rooms</source>
            <translation>الغرف المفتوحة</translation>
        </message>
        <message>
            <source>Close {room}</source>
            <translation>إغلاق {room}</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>إغلاق علامة التبويب</translation>
        </message>
        <message>
            <source>{room} (viewing)</source>
            <translation>{room} (اطّلاع)</translation>
        </message>
        <message>
            <source>{room} (deleted)</source>
            <translation>{room} (محذوفة)</translation>
        </message>
        <message numerus="yes">
            <source>{room}, %Ln mentions</source>
            <translation>
                <numerusform>{room}، لا إشارات إليك</numerusform>
                <numerusform>{room}، إشارة واحدة إليك</numerusform>
                <numerusform>{room}، إشارتان إليك</numerusform>
                <numerusform>{room}، %Ln إشارات إليك</numerusform>
                <numerusform>{room}، %Ln إشارة إليك</numerusform>
                <numerusform>{room}، %Ln إشارة إليك</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{room}, %Ln unread</source>
            <translation>
                <numerusform>{room}، لا جديد</numerusform>
                <numerusform>{room}، رسالة غير مقروءة</numerusform>
                <numerusform>{room}، رسالتان غير مقروءتين</numerusform>
                <numerusform>{room}، %Ln رسائل غير مقروءة</numerusform>
                <numerusform>{room}، %Ln رسالة غير مقروءة</numerusform>
                <numerusform>{room}، %Ln رسالة غير مقروءة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoomView</name>
        <message>
            <source>Delete this message?</source>
            <translation>حذف هذه الرسالة؟</translation>
        </message>
        <message>
            <source>“{text}” disappears for everybody. This cannot be undone.</source>
            <translation>ستختفي «{text}» لدى الجميع. لا يمكن التراجع عن ذلك.</translation>
        </message>
        <message>
            <source>Delete message</source>
            <translation>حذف الرسالة</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>الإبقاء عليها</translation>
        </message>
        <message>
            <source>Nothing was said here while you were in it.</source>
            <translation>لم يُقل شيء هنا أثناء وجودك.</translation>
        </message>
        <message>
            <source>You have not been in {room} yet. Join it to read along.</source>
            <translation>لم تدخل {room} بعد. انضم إليها لمتابعة ما يُقال.</translation>
        </message>
        <message>
            <source>Nothing has been said here yet.</source>
            <translation>لم يُقل شيء هنا بعد.</translation>
        </message>
    </context>
    <context>
        <name>Rooms</name>
        <message>
            <source>joined</source>
            <translation>منضم إليها</translation>
        </message>
        <message>
            <source>not joined</source>
            <translation>غير منضم إليها</translation>
        </message>
        <message numerus="yes">
            <source>%Ln unread</source>
            <translation>
                <numerusform>لا جديد</numerusform>
                <numerusform>رسالة غير مقروءة</numerusform>
                <numerusform>رسالتان غير مقروءتين</numerusform>
                <numerusform>%Ln رسائل غير مقروءة</numerusform>
                <numerusform>%Ln رسالة غير مقروءة</numerusform>
                <numerusform>%Ln رسالة غير مقروءة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln mentions</source>
            <translation>
                <numerusform>لا إشارات إليك</numerusform>
                <numerusform>إشارة واحدة إليك</numerusform>
                <numerusform>إشارتان إليك</numerusform>
                <numerusform>%Ln إشارات إليك</numerusform>
                <numerusform>%Ln إشارة إليك</numerusform>
                <numerusform>%Ln إشارة إليك</numerusform>
            </translation>
        </message>
        <message>
            <source>muted</source>
            <translation>مكتومة</translation>
        </message>
    </context>
    <context>
        <name>RoomsPage</name>
        <message>
            <source>Rooms</source>
            <translation>الغرف</translation>
        </message>
        <message>
            <source>Whoever made a room, and whoever is in charge, may always write in it.</source>
            <translation>من أنشأ غرفة ومن هو مسؤول يمكنه دائمًا الكتابة فيها.</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>الغرفة</translation>
        </message>
        <message>
            <source>People</source>
            <translation>الأشخاص</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>الكتابة</translation>
        </message>
        <message>
            <source>Only those in charge write</source>
            <translation>الكتابة للمسؤولين فقط</translation>
        </message>
        <message>
            <source>Time between two messages of one person</source>
            <translation>الوقت بين رسالتين من الشخص نفسه</translation>
        </message>
        <message>
            <source>those in charge</source>
            <translation>المسؤولون</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>الجميع</translation>
        </message>
    </context>
    <context>
        <name>RoomsPanel</name>
        <message>
            <source>Find a room</source>
            <translation>البحث عن غرفة</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Show all rooms</source>
            <translation>عرض كل الغرف</translation>
        </message>
        <message>
            <source>No room is called that.</source>
            <translation>لا توجد غرفة بهذا الاسم.</translation>
        </message>
        <message>
            <source>New room</source>
            <translation>غرفة جديدة</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>فتح</translation>
        </message>
        <message>
            <source>Join room</source>
            <translation>الانضمام إلى الغرفة</translation>
        </message>
        <message>
            <source>Leave room</source>
            <translation>مغادرة الغرفة</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>وضع علامة مقروء</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>الإشعارات</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>نسخ الرابط</translation>
        </message>
        <message>
            <source>Writing in this room</source>
            <translation>الكتابة في هذه الغرفة</translation>
        </message>
        <message>
            <source>Delete room…</source>
            <translation>حذف الغرفة…</translation>
        </message>
        <message>
            <source>No room has “{text}” in its name.</source>
            <translation>لا توجد غرفة في اسمها «{text}».</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>Remove {server} from this list</source>
            <translation>إزالة {server} من هذه القائمة</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translation>إزالة من هذه القائمة</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>انضمام</translation>
        </message>
    </context>
    <context>
        <name>Rules</name>
        <message>
            <source>Type a password.</source>
            <translation>اكتب كلمة مرور.</translation>
        </message>
        <message>
            <source>Type the password that you got from the host.</source>
            <translation>اكتب كلمة المرور التي أعطاك إياها المستضيف.</translation>
        </message>
        <message>
            <source>No password is that long.</source>
            <translation>لا توجد كلمة مرور بهذا الطول.</translation>
        </message>
        <message>
            <source>A port is a number from 1 to 65535.</source>
            <translation>المنفذ رقم من 1 إلى 65535.</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Rules</source>
            <translation>القواعد</translation>
        </message>
        <message>
            <source>They hold at once, and are kept for the next time that you host.</source>
            <translation>تسري فورًا، وتبقى للمرة القادمة التي تستضيف فيها.</translation>
        </message>
        <message>
            <source>Name of this chat</source>
            <translation>اسم هذه المحادثة</translation>
        </message>
        <message>
            <source>Such as: Physics, class 9</source>
            <translation>مثلًا: الفيزياء، الصف التاسع</translation>
        </message>
        <message>
            <source>Change name</source>
            <translation>تغيير الاسم</translation>
        </message>
        <message>
            <source>Remove password</source>
            <translation>إزالة كلمة المرور</translation>
        </message>
        <message>
            <source>Let nobody new in</source>
            <translation>عدم السماح بدخول أحد جديد</translation>
        </message>
        <message>
            <source>Whoever is here stays, and may come back after a lost connection.</source>
            <translation>يبقى من هم هنا، ويمكنهم العودة بعد انقطاع الاتصال.</translation>
        </message>
        <message>
            <source>Invited people only</source>
            <translation>المدعوون فقط</translation>
        </message>
        <message>
            <source>They need the password, or an invite that you make under “Invites”.</source>
            <translation>يحتاجون إلى كلمة المرور أو إلى دعوة تنشئها ضمن «الدعوات».</translation>
        </message>
        <message>
            <source>Allow connections that are not encrypted</source>
            <translation>السماح باتصالات غير مشفّرة</translation>
        </message>
        <message>
            <source>Older apps need it. Others on the network can read along on those; passwords never go that way.</source>
            <translation>تحتاجها التطبيقات الأقدم. يمكن لآخرين على الشبكة قراءة ما يمر عبرها، أما كلمات المرور فلا تُرسل بها أبدًا.</translation>
        </message>
        <message>
            <source>How many people at most</source>
            <translation>أقصى عدد من الأشخاص</translation>
        </message>
        <message>
            <source>Who gets in</source>
            <translation>من يدخل</translation>
        </message>
        <message>
            <source>Password of this chat</source>
            <translation>كلمة مرور هذه المحادثة</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>كلمة مرور جديدة</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>تعيين كلمة المرور</translation>
        </message>
        <message>
            <source>Everybody who comes from now on types it, unless an invite lets them in.</source>
            <translation>يكتبها كل من يأتي من الآن فصاعدًا، ما لم تُدخله دعوة.</translation>
        </message>
        <message>
            <source>A password is asked for.</source>
            <translation>تُطلب كلمة مرور.</translation>
        </message>
        <message>
            <source>Nobody is asked for a password.</source>
            <translation>لا تُطلب كلمة مرور من أحد.</translation>
        </message>
        <message>
            <source>Change password…</source>
            <translation>تغيير كلمة المرور…</translation>
        </message>
        <message>
            <source>Set password…</source>
            <translation>تعيين كلمة مرور…</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search emoji</source>
            <translation>البحث عن رمز تعبيري</translation>
        </message>
        <message>
            <source>Clear search</source>
            <translation>مسح البحث</translation>
        </message>
    </context>
    <context>
        <name>SearchPanel</name>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Search messages</source>
            <translation>البحث في الرسائل</translation>
        </message>
        <message>
            <source>This room</source>
            <translation>هذه الغرفة</translation>
        </message>
        <message>
            <source>All rooms</source>
            <translation>كل الغرف</translation>
        </message>
        <message>
            <source>Close search</source>
            <translation>إغلاق البحث</translation>
        </message>
        <message>
            <source>Close search (Esc)</source>
            <translation>إغلاق البحث (Esc)</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>إعادة المحاولة</translation>
        </message>
        <message>
            <source>Nothing found. Try fewer or shorter words.</source>
            <translation>لم يُعثر على شيء. جرّب كلمات أقل أو أقصر.</translation>
        </message>
        <message>
            <source>Searching…</source>
            <translation>جارٍ البحث…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found so far, newest first</source>
            <translation>
                <numerusform>لا نتائج حتى الآن</numerusform>
                <numerusform>نتيجة واحدة حتى الآن</numerusform>
                <numerusform>نتيجتان حتى الآن، الأحدث أولًا</numerusform>
                <numerusform>%Ln نتائج حتى الآن، الأحدث أولًا</numerusform>
                <numerusform>%Ln نتيجة حتى الآن، الأحدث أولًا</numerusform>
                <numerusform>%Ln نتيجة حتى الآن، الأحدث أولًا</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln messages found, newest first</source>
            <translation>
                <numerusform>لم يُعثر على رسائل</numerusform>
                <numerusform>عُثر على رسالة واحدة</numerusform>
                <numerusform>عُثر على رسالتين، الأحدث أولًا</numerusform>
                <numerusform>عُثر على %Ln رسائل، الأحدث أولًا</numerusform>
                <numerusform>عُثر على %Ln رسالة، الأحدث أولًا</numerusform>
                <numerusform>عُثر على %Ln رسالة، الأحدث أولًا</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Show the password</source>
            <translation>إظهار كلمة المرور</translation>
        </message>
        <message>
            <source>Hide it</source>
            <translation>إخفاؤها</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>إظهارها</translation>
        </message>
    </context>
    <context>
        <name>Section</name>
        <message>
            <source>Reset “{page}”</source>
            <translation>إعادة ضبط «{page}»</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Undo the reset of “{page}”</source>
            <translation>التراجع عن إعادة ضبط «{page}»</translation>
        </message>
        <message>
            <source>Everything here is as it was at first.</source>
            <translation>كل شيء هنا كما كان في البداية.</translation>
        </message>
        <message>
            <source>Everything here is as before.</source>
            <translation>كل شيء هنا كما كان من قبل.</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>VPN</source>
            <translation>شبكة VPN</translation>
        </message>
        <message>
            <source>A VPN is on ({names}). It may keep computers around you from reaching this one.</source>
            <translation>شبكة VPN مفعّلة ({names}). قد تمنع الحواسيب من حولك من الوصول إلى هذا الحاسوب.</translation>
        </message>
        <message>
            <source>If somebody cannot join, switch the VPN off for a moment and try again.</source>
            <translation>إن لم يستطع أحدهم الانضمام فأوقف VPN قليلًا وحاول مرة أخرى.</translation>
        </message>
        <message>
            <source>Several networks</source>
            <translation>عدة شبكات</translation>
        </message>
        <message>
            <source>This computer is in several networks at once: {names}.</source>
            <translation>هذا الحاسوب على عدة شبكات معًا: {names}.</translation>
        </message>
        <message>
            <source>Give others the address of the network that they are in, too.</source>
            <translation>أعطِ الآخرين عنوان الشبكة التي هم عليها أيضًا.</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>الشبكة</translation>
        </message>
        <message>
            <source>This computer is in no network.</source>
            <translation>هذا الحاسوب ليس على أي شبكة.</translation>
        </message>
        <message>
            <source>Connect to the Wi-Fi, or put a network cable in, and test again.</source>
            <translation>اتصل بشبكة Wi-Fi أو وصّل كبل الشبكة ثم أعد الاختبار.</translation>
        </message>
        <message>
            <source>The network gave this computer no address; it made one up: {address}.</source>
            <translation>لم تعطِ الشبكة هذا الحاسوب عنوانًا، فاختار لنفسه واحدًا: {address}.</translation>
        </message>
        <message>
            <source>Switch the Wi-Fi off and on again, or restart the router. A cable between two computers is fine.</source>
            <translation>أوقف Wi-Fi ثم شغّله من جديد، أو أعد تشغيل الراوتر. لا بأس بذلك مع كبل بين حاسوبين.</translation>
        </message>
        <message>
            <source>This computer is in a network ({names}).</source>
            <translation>هذا الحاسوب على شبكة ({names}).</translation>
        </message>
        <message>
            <source>No firewall that Chatapp knows is switched on here. Another one may be.</source>
            <translation>لا يوجد هنا جدار حماية مفعّل يعرفه Chatapp. ربما كان هناك غيره.</translation>
        </message>
        <message>
            <source>The firewall of this Mac is off: it keeps nobody out.</source>
            <translation>جدار حماية هذا الـ Mac متوقف: لا يمنع أحدًا.</translation>
        </message>
        <message>
            <source>The firewall of this Mac keeps others out.</source>
            <translation>جدار حماية هذا الـ Mac يمنع الآخرين.</translation>
        </message>
        <message>
            <source>The firewall of this Mac is on. Whether it lets others in, it does not tell.</source>
            <translation>جدار حماية هذا الـ Mac مفعّل، ولا يُفصح هل يسمح بدخول الآخرين.</translation>
        </message>
        <message>
            <source>Windows takes this network for a public one, and keeps others out.</source>
            <translation>يعدّ Windows هذه الشبكة عامة ويمنع الآخرين.</translation>
        </message>
        <message>
            <source>If you trust it: Settings ▸ Network &amp; internet ▸ your network ▸ Private network.</source>
            <translation>إن كنت تثق بها: الإعدادات ◂ الشبكة والإنترنت ◂ شبكتك ◂ شبكة خاصة.</translation>
        </message>
        <message>
            <source>The firewall of Windows keeps others from Chatapp.</source>
            <translation>يمنع جدار حماية Windows الآخرين من الوصول إلى Chatapp.</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translation>جدار الحماية</translation>
        </message>
        <message>
            <source>Whether the firewall of this computer lets others in cannot be told.</source>
            <translation>لا يمكن معرفة هل يسمح جدار حماية هذا الحاسوب بدخول الآخرين.</translation>
        </message>
        <message>
            <source>Open Windows Security ▸ Firewall ▸ Allow an app through firewall, and tick Chatapp for private networks.</source>
            <translation>افتح أمن Windows ◂ جدار الحماية ◂ السماح لتطبيق عبر جدار الحماية، وضع علامة على Chatapp للشبكات الخاصة.</translation>
        </message>
        <message>
            <source>Open System Settings ▸ Network ▸ Firewall ▸ Options, and allow incoming connections for Chatapp.</source>
            <translation>افتح إعدادات النظام ◂ الشبكة ◂ جدار الحماية ◂ خيارات، واسمح بالاتصالات الواردة إلى Chatapp.</translation>
        </message>
        <message>
            <source>The firewall of this computer ({name}) lets others in.</source>
            <translation>جدار حماية هذا الحاسوب ({name}) يسمح بدخول الآخرين.</translation>
        </message>
        <message>
            <source>The firewall of this computer ({name}) keeps others out.</source>
            <translation>جدار حماية هذا الحاسوب ({name}) يمنع الآخرين.</translation>
        </message>
        <message>
            <source>A firewall is on ({name}). Whether it lets others in, only an administrator can see.</source>
            <translation>جدار حماية مفعّل ({name}). لا يستطيع رؤية هل يسمح بدخول الآخرين إلا مسؤول النظام.</translation>
        </message>
        <message>
            <source>To let others in, type this in a terminal: {command}</source>
            <translation>للسماح بدخول الآخرين اكتب هذا في الطرفية: {command}</translation>
        </message>
        <message>
            <source>The address</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>{host} is an address as it should be.</source>
            <translation>{host} عنوان صحيح.</translation>
        </message>
        <message>
            <source>{host} is the computer {address}.</source>
            <translation>{host} هو الحاسوب {address}.</translation>
        </message>
        <message>
            <source>Ask the host for the address in numbers, such as 192.168.1.20: names are not known everywhere.</source>
            <translation>اطلب من المستضيف العنوان بالأرقام، مثل 192.168.1.20، فالأسماء ليست معروفة في كل مكان.</translation>
        </message>
        <message>
            <source>Look for a slip in the name, or ask the host for the address in numbers.</source>
            <translation>تحقق من كتابة الاسم، أو اطلب من المستضيف العنوان بالأرقام.</translation>
        </message>
        <message>
            <source>Nobody on this network knows the name {host}.</source>
            <translation>لا أحد على هذه الشبكة يعرف الاسم {host}.</translation>
        </message>
        <message>
            <source>The network</source>
            <translation>الشبكة</translation>
        </message>
        <message>
            <source>It is in the same network as this computer.</source>
            <translation>إنه على شبكة هذا الحاسوب نفسها.</translation>
        </message>
        <message>
            <source>It is in another network than this computer: {address}.</source>
            <translation>إنه على شبكة غير شبكة هذا الحاسوب: {address}.</translation>
        </message>
        <message>
            <source>Connect to the same Wi-Fi as the host. A guest Wi-Fi is often a network of its own.</source>
            <translation>اتصل بشبكة Wi-Fi نفسها التي يستخدمها المستضيف. وغالبًا ما تكون شبكة Wi-Fi للضيوف شبكة مستقلة.</translation>
        </message>
        <message>
            <source>It is somewhere on the internet: {address}.</source>
            <translation>إنه في مكان ما على الإنترنت: {address}.</translation>
        </message>
        <message>
            <source>That works only if the host has set up their router for it.</source>
            <translation>لا يعمل ذلك إلا إذا أعدّ المستضيف جهاز الراوتر لديه لذلك.</translation>
        </message>
        <message>
            <source>The chat</source>
            <translation>المحادثة</translation>
        </message>
        <message>
            <source>A chat answers there, and the connection is encrypted.</source>
            <translation>ترد محادثة هناك، والاتصال مشفّر.</translation>
        </message>
        <message>
            <source>A chat answers there. The connection is not encrypted.</source>
            <translation>ترد محادثة هناك. الاتصال غير مشفّر.</translation>
        </message>
        <message>
            <source>It works. Ask the host for a newer Chatapp to have it encrypted.</source>
            <translation>إنه يعمل. اطلب من المستضيف إصدارًا أحدث من Chatapp ليصبح مشفّرًا.</translation>
        </message>
        <message>
            <source>A chat answers there, and it is full.</source>
            <translation>ترد محادثة هناك، وهي ممتلئة.</translation>
        </message>
        <message>
            <source>Try again when somebody has left.</source>
            <translation>حاول مرة أخرى حين يغادر أحدهم.</translation>
        </message>
        <message>
            <source>Something answers at port {port}, and it is no chat.</source>
            <translation>يرد شيء على المنفذ {port}، وليس محادثة.</translation>
        </message>
        <message>
            <source>Ask the host for the number behind the colon: the port of their chat may be another one.</source>
            <translation>اسأل المستضيف عن الرقم بعد النقطتين: قد يكون منفذ محادثته غير هذا.</translation>
        </message>
        <message>
            <source>The computer is there, and no chat is at port {port}.</source>
            <translation>الحاسوب موجود، لكن لا محادثة على المنفذ {port}.</translation>
        </message>
        <message>
            <source>Ask the host whether they host right now, and for the number behind the colon.</source>
            <translation>اسأل المستضيف هل يستضيف الآن، وعن الرقم بعد النقطتين.</translation>
        </message>
        <message>
            <source>This computer knows no way there.</source>
            <translation>لا يعرف هذا الحاسوب طريقًا إلى هناك.</translation>
        </message>
        <message>
            <source>Connect to the same network as the host, and test again.</source>
            <translation>اتصل بالشبكة نفسها التي عليها المستضيف ثم أعد الاختبار.</translation>
        </message>
        <message>
            <source>The most likely reason is that you are in another network than the host.</source>
            <translation>الأرجح أنك على شبكة غير شبكة المستضيف.</translation>
        </message>
        <message>
            <source>A firewall on the host's computer may keep you out: have the host test their network, too.</source>
            <translation>قد يمنعك جدار حماية على حاسوب المستضيف: اطلب منه أن يختبر شبكته أيضًا.</translation>
        </message>
        <message>
            <source>Nothing answers at {address}.</source>
            <translation>لا شيء يرد على {address}.</translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation>محادثتك</translation>
        </message>
        <message>
            <source>This computer hosts no chat at the moment.</source>
            <translation>لا يستضيف هذا الحاسوب محادثة حاليًا.</translation>
        </message>
        <message>
            <source>To see whether others can reach yours, host it first, then test again.</source>
            <translation>لمعرفة هل يصل الآخرون إلى محادثتك، استضفها أولًا ثم أعد الاختبار.</translation>
        </message>
        <message>
            <source>Your chat is for this computer only: nobody else can join.</source>
            <translation>محادثتك لهذا الحاسوب فقط: لا يستطيع غيرك الانضمام.</translation>
        </message>
        <message>
            <source>Stop hosting, then choose Chat ▸ Host a chat…, “Everyone on my network”.</source>
            <translation>أوقف الاستضافة، ثم اختر محادثة ◂ استضافة محادثة…، «كل من على شبكتي».</translation>
        </message>
        <message>
            <source>Your chat is open to others, on port {port}.</source>
            <translation>محادثتك مفتوحة للآخرين على المنفذ {port}.</translation>
        </message>
        <message>
            <source>Its address</source>
            <translation>عنوانها</translation>
        </message>
        <message>
            <source>Not even this computer reaches your chat at {address}.</source>
            <translation>حتى هذا الحاسوب لا يصل إلى محادثتك على {address}.</translation>
        </message>
        <message>
            <source>Stop hosting and host again: this computer may have got another address meanwhile.</source>
            <translation>أوقف الاستضافة ثم استضف من جديد: ربما حصل هذا الحاسوب على عنوان آخر في هذه الأثناء.</translation>
        </message>
        <message>
            <source>This computer reaches your chat by the address {address}, as others would.</source>
            <translation>يصل هذا الحاسوب إلى محادثتك عبر العنوان {address}، كما يفعل الآخرون.</translation>
        </message>
        <message>
            <source>Finding hosts</source>
            <translation>العثور على المحادثات</translation>
        </message>
        <message>
            <source>This computer can announce chats and hear of them.</source>
            <translation>يستطيع هذا الحاسوب الإعلان عن المحادثات والعلم بها.</translation>
        </message>
        <message>
            <source>If somebody is missing in the list all the same, the router may keep guests apart: join by address.</source>
            <translation>إن غاب أحدهم عن القائمة رغم ذلك فقد يكون الراوتر يفصل بين الضيوف: انضم بالعنوان.</translation>
        </message>
        <message>
            <source>This computer does not hear its own announcement, so chats on this network are not listed here.</source>
            <translation>لا يسمع هذا الحاسوب إعلانه هو، لذا لا تظهر هنا المحادثات على هذه الشبكة.</translation>
        </message>
        <message>
            <source>A firewall may be in the way (UDP, port 5353). Joining by address or invite works without it.</source>
            <translation>قد يكون جدار حماية في الطريق (UDP، المنفذ 5353). الانضمام بعنوان أو دعوة يعمل من دون ذلك.</translation>
        </message>
        <message>
            <source>{path} cannot be written: {why}.</source>
            <translation>تتعذّر كتابة {path}: {why}.</translation>
        </message>
        <message>
            <source>The chat cannot be taken over: {why}.</source>
            <translation>يتعذّر استلام المحادثة: {why}.</translation>
        </message>
        <message>
            <source>There is a chat in {folder} already. It can be set aside first.</source>
            <translation>توجد محادثة في {folder} من قبل. يمكن تنحيتها جانبًا أولًا.</translation>
        </message>
        <message>
            <source>The chat cannot be written to {folder}: {why}.</source>
            <translation>تتعذّر كتابة المحادثة في {folder}: {why}.</translation>
        </message>
        <message>
            <source>The file opens with a password. Ask whoever handed the chat over.</source>
            <translation>يُفتح الملف بكلمة مرور. اسأل من سلّم المحادثة.</translation>
        </message>
        <message>
            <source>The file does not open. The password is another one, or the file is damaged.</source>
            <translation>لا يُفتح الملف. كلمة المرور غير هذه، أو الملف تالف.</translation>
        </message>
        <message>
            <source>{path} is no chat that was handed over, or it is damaged.</source>
            <translation>ليس {path} محادثة مسلَّمة، أو هو تالف.</translation>
        </message>
        <message>
            <source>This chat was handed over by a newer Chatapp. Update this one first.</source>
            <translation>سُلّمت هذه المحادثة من إصدار أحدث من Chatapp. حدّث هذا أولًا.</translation>
        </message>
        <message>
            <source>There is not enough space on the disk. {megabytes} MB are needed.</source>
            <translation>لا مساحة كافية على القرص. يلزم {megabytes} ميغابايت.</translation>
        </message>
        <message>
            <source>The host’s key in {path} cannot be read.</source>
            <translation>لا يمكن قراءة مفتاح المستضيف في {path}.</translation>
        </message>
        <message>
            <source>{path} cannot be read: {why}.</source>
            <translation>لا يمكن قراءة {path}: {why}.</translation>
        </message>
        <message>
            <source>{why}</source>
            <translation>{why}</translation>
        </message>
        <message>
            <source>Another Chatapp window hosts a chat on this computer already. Stop hosting there first.</source>
            <translation>تستضيف نافذة Chatapp أخرى محادثة على هذا الحاسوب. أوقف الاستضافة هناك أولًا.</translation>
        </message>
        <message>
            <source>What is said cannot be kept: {why}.</source>
            <translation>لا يمكن حفظ ما يقال: {why}.</translation>
        </message>
        <message>
            <source>Nobody knows the address {host}; give one of this computer's own, or leave it out.</source>
            <translation>العنوان {host} غير معروف؛ اختر أحد عناوين هذا الحاسوب أو اتركه فارغًا.</translation>
        </message>
        <message>
            <source>Port {port} is taken by another Chatapp server.</source>
            <translation>المنفذ {port} يشغله خادم Chatapp آخر.</translation>
        </message>
        <message>
            <source>Port {port} is taken by another program.</source>
            <translation>المنفذ {port} يشغله برنامج آخر.</translation>
        </message>
        <message>
            <source>This system lets only administrators listen on port {port}; choose one above 1023.</source>
            <translation>لا يسمح هذا النظام باستخدام المنفذ {port} إلا للمسؤولين؛ اختر رقمًا أكبر من 1023.</translation>
        </message>
        <message>
            <source>This computer does not have the address {host}.</source>
            <translation>ليس العنوان {host} من عناوين هذا الحاسوب.</translation>
        </message>
        <message>
            <source>Listening on {address} failed: {why}.</source>
            <translation>تعذّرت الاستضافة على {address}: {why}.</translation>
        </message>
        <message>
            <source>The connection to the server was lost.</source>
            <translation>انقطع الاتصال بالخادم.</translation>
        </message>
        <message>
            <source>The server stopped answering.</source>
            <translation>توقف الخادم عن الرد.</translation>
        </message>
        <message>
            <source>The server sent something that this app does not understand.</source>
            <translation>أرسل الخادم شيئًا لا يفهمه هذا التطبيق.</translation>
        </message>
        <message>
            <source>The server ended the connection.</source>
            <translation>أنهى الخادم الاتصال.</translation>
        </message>
        <message>
            <source>The host has stopped the server.</source>
            <translation>أوقف المستضيف المحادثة.</translation>
        </message>
        <message>
            <source>The server ended the connection: something that was sent is too long for it.</source>
            <translation>أنهى الخادم الاتصال: أُرسل شيء أطول مما يقبله.</translation>
        </message>
        <message>
            <source>The server had a problem and ended the connection.</source>
            <translation>واجه الخادم مشكلة فأنهى الاتصال.</translation>
        </message>
        <message>
            <source>The server is starting again.</source>
            <translation>يُعاد تشغيل الخادم.</translation>
        </message>
        <message>
            <source>The server is full at the moment.</source>
            <translation>الخادم ممتلئ حاليًا.</translation>
        </message>
        <message>
            <source>The host has removed you from this chat.</source>
            <translation>أخرجك المستضيف من هذه المحادثة.</translation>
        </message>
        <message>
            <source>The host does not let you in any more.</source>
            <translation>لم يعد المستضيف يسمح لك بالدخول.</translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}; something else answers there.</source>
            <translation>لا يوجد خادم Chatapp على {address}؛ يرد هناك شيء آخر.</translation>
        </message>
        <message>
            <source>The name “{host}” cannot be found. Is it spelled correctly, and is the network there?</source>
            <translation>تعذّر العثور على الاسم «{host}». هل كُتب كتابة صحيحة، وهل الشبكة متاحة؟</translation>
        </message>
        <message>
            <source>{address} cannot be trusted: {why}. Nothing was sent to it.</source>
            <translation>لا يمكن الوثوق بـ {address}: {why}. لم يُرسل إليه شيء.</translation>
        </message>
        <message>
            <source>No server answers at {address} in time. Is it running, and on the same network?</source>
            <translation>لم يرد أي خادم على {address} في الوقت المحدد. هل يعمل، وهل هو على الشبكة نفسها؟</translation>
        </message>
        <message>
            <source>No server answers at {address}. Is it running, and on the same network?</source>
            <translation>لا يرد أي خادم على {address}. هل يعمل، وهل هو على الشبكة نفسها؟</translation>
        </message>
        <message>
            <source>What answers at {address} is not encrypted. If it is a server without encryption, its address starts with ws://.</source>
            <translation>ما يرد على {address} غير مشفّر. إن كان خادمًا بلا تشفير فإن عنوانه يبدأ بـ ws://.</translation>
        </message>
        <message>
            <source>The server at {address} was encrypted before, and now it is not. Somebody may be listening, so nothing was sent to it. Ask the host for an invite. If you are sure that all is well, remove {address} from the servers that you joined before, and join it anew.</source>
            <translation>كان الخادم على {address} مشفّرًا من قبل، وهو الآن غير مشفّر. قد يكون أحدهم يتنصت، لذا لم يُرسل إليه شيء. اطلب دعوة من المستضيف. إن كنت متأكدًا أن كل شيء بخير فأزل {address} من الخوادم التي انضممت إليها من قبل ثم انضم من جديد.</translation>
        </message>
        <message>
            <source>At {address} there is another host than before, or somebody who pretends to be that host; nothing was sent to them. It is harmless where this is another network, in which the same address belongs to somebody else, or where the host's computer was set up anew. Ask the host for an invite. If you are sure that all is well, remove {address} from the servers that you joined before, and join it anew.</source>
            <translation>على {address} مستضيف غير السابق، أو من ينتحل شخصيته؛ لم يُرسل إليه شيء. لا ضرر في ذلك إن كانت هذه شبكة أخرى يعود فيها العنوان نفسه إلى شخص آخر، أو إن أُعدّ حاسوب المستضيف من جديد. اطلب دعوة من المستضيف. إن كنت متأكدًا أن كل شيء بخير فأزل {address} من الخوادم التي انضممت إليها من قبل ثم انضم من جديد.</translation>
        </message>
        <message>
            <source>Who answers at {address} is not the host that the invite is from; nothing was sent to them. Ask the host for a new invite.</source>
            <translation>من يرد على {address} ليس المستضيف الذي أرسل الدعوة؛ لم يُرسل إليه شيء. اطلب دعوة جديدة من المستضيف.</translation>
        </message>
        <message>
            <source>The server at {address} does not let this app in.</source>
            <translation>لا يسمح الخادم على {address} بدخول هذا التطبيق.</translation>
        </message>
        <message>
            <source>There is no Chatapp server at {address}: what answers there says “HTTP {code}”.</source>
            <translation>لا يوجد خادم Chatapp على {address}: ما يرد هناك يقول «HTTP {code}».</translation>
        </message>
        <message>
            <source>The host has removed you from this chat: {why}.</source>
            <translation>أخرجك المستضيف من هذه المحادثة: {why}.</translation>
        </message>
        <message>
            <source>The host does not let you in any more: {why}.</source>
            <translation>لم يعد المستضيف يسمح لك بالدخول: {why}.</translation>
        </message>
        <message>
            <source>The server ended the connection: {why}.</source>
            <translation>أنهى الخادم الاتصال: {why}.</translation>
        </message>
        <message>
            <source>Type the address of a server, such as {example}.</source>
            <translation>اكتب عنوان خادم، مثل {example}.</translation>
        </message>
        <message>
            <source>An address starts with ws://, wss:// or chatapp://, or is just a host and a port.</source>
            <translation>يبدأ العنوان بـ ws:// أو wss:// أو chatapp://، أو يتكون من اسم الحاسوب والمنفذ فقط.</translation>
        </message>
        <message>
            <source>This invite is damaged. Copy the whole link, or ask for a new one.</source>
            <translation>هذه الدعوة تالفة. انسخ الرابط كاملًا أو اطلب دعوة جديدة.</translation>
        </message>
        <message>
            <source>“{text}” is not an address: the port is a number from 1 to 65535.</source>
            <translation>«{text}» ليس عنوانًا: المنفذ رقم من 1 إلى 65535.</translation>
        </message>
        <message>
            <source>“{text}” is not an address. It looks like {one} or {other}.</source>
            <translation>«{text}» ليس عنوانًا. يبدو العنوان مثل {one} أو {other}.</translation>
        </message>
        <message>
            <source>The name “{name}” is reserved. Please choose another one.</source>
            <translation>الاسم «{name}» محجوز. اختر اسمًا آخر.</translation>
        </message>
        <message>
            <source>A name has at most {most} characters.</source>
            <translation>لا يزيد الاسم على {most} حرفًا.</translation>
        </message>
        <message>
            <source>A name cannot be empty.</source>
            <translation>لا يمكن أن يكون الاسم فارغًا.</translation>
        </message>
        <message>
            <source>A name cannot contain the character {character}.</source>
            <translation>لا يمكن أن يحتوي الاسم على الحرف {character}.</translation>
        </message>
        <message>
            <source>The host's key {path} can neither be read nor made: {why}.</source>
            <translation>لا يمكن قراءة مفتاح المستضيف {path} ولا إنشاؤه: {why}.</translation>
        </message>
        <message>
            <source>The host's key {path} is damaged, or is another program's. Put a copy of it back. Without one, move the file away: a new key is made then, and whoever was here before is warned of it.</source>
            <translation>مفتاح المستضيف {path} تالف أو يخص برنامجًا آخر. أعد نسخة منه إلى مكانه. إن لم تكن لديك نسخة فانقل الملف بعيدًا: عندها يُنشأ مفتاح جديد، ويُنبَّه إلى ذلك من كانوا هنا من قبل.</translation>
        </message>
        <message>
            <source>The key by which others know you again was damaged or is gone, so you have a new one. Names that were kept for you are not yours any more: ask the host.</source>
            <translation>المفتاح الذي يعرفك به الآخرون تالف أو مفقود، لذا لديك مفتاح جديد. الأسماء التي كانت محجوزة لك لم تعد لك: اسأل المستضيف.</translation>
        </message>
        <message>
            <source>The key by which others know you again cannot be read at the moment, so your name is not proven. Is the password store of your computer locked?</source>
            <translation>لا يمكن حاليًا قراءة المفتاح الذي يعرفك به الآخرون، لذا فاسمك غير مؤكد. هل مخزن كلمات المرور في حاسوبك مقفل؟</translation>
        </message>
        <message>
            <source>There is no Chatapp identity in this file.</source>
            <translation>لا توجد هوية Chatapp في هذا الملف.</translation>
        </message>
        <message>
            <source>The key by which others know you again cannot be read: {why}. Your name is not proven.</source>
            <translation>لا يمكن قراءة المفتاح الذي يعرفك به الآخرون: {why}. اسمك غير مؤكد.</translation>
        </message>
        <message>
            <source>The key by which others know you again cannot be kept: {why}. At the next start you have another one.</source>
            <translation>لا يمكن حفظ المفتاح الذي يعرفك به الآخرون: {why}. سيكون لديك غيره عند التشغيل القادم.</translation>
        </message>
        <message>
            <source>The server did not confirm this message in time. It may or may not have arrived.</source>
            <translation>لم يؤكد الخادم هذه الرسالة في الوقت المحدد. ربما وصلت وربما لم تصل.</translation>
        </message>
        <message>
            <source>This server cannot do that.</source>
            <translation>لا يستطيع هذا الخادم فعل ذلك.</translation>
        </message>
        <message>
            <source>You left the server before this was done.</source>
            <translation>غادرت الخادم قبل إتمام ذلك.</translation>
        </message>
        <message>
            <source>The connection was lost before the server answered. Please try again.</source>
            <translation>انقطع الاتصال قبل أن يرد الخادم. حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The server did not answer in time. Please try again.</source>
            <translation>لم يرد الخادم في الوقت المحدد. حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The connection was lost before this message was confirmed. It may or may not have arrived.</source>
            <translation>انقطع الاتصال قبل تأكيد هذه الرسالة. ربما وصلت وربما لم تصل.</translation>
        </message>
        <message>
            <source>You were no longer in the room when this message could be sent.</source>
            <translation>لم تعد في الغرفة حين أمكن إرسال هذه الرسالة.</translation>
        </message>
        <message>
            <source>The server does not answer. It may be busy, or not be a Chatapp server.</source>
            <translation>لا يرد الخادم. ربما كان مشغولًا، أو ليس خادم Chatapp.</translation>
        </message>
        <message>
            <source>The server still holds this name for the lost connection. Trying again.</source>
            <translation>لا يزال الخادم يحجز هذا الاسم للاتصال المنقطع. جارٍ إعادة المحاولة.</translation>
        </message>
        <message>
            <source>The server does not let you in at the moment.</source>
            <translation>لا يسمح لك الخادم بالدخول حاليًا.</translation>
        </message>
        <message>
            <source>This chat asks for a password, which is never sent over a connection that is not encrypted. Ask the host for an invite.</source>
            <translation>تطلب هذه المحادثة كلمة مرور، وهي لا تُرسل أبدًا عبر اتصال غير مشفّر. اطلب دعوة من المستضيف.</translation>
        </message>
        <message>
            <source>Another name was chosen before this one was accepted.</source>
            <translation>اختير اسم آخر قبل قبول هذا الاسم.</translation>
        </message>
        <message>
            <source>This message is no longer there.</source>
            <translation>لم تعد هذه الرسالة موجودة.</translation>
        </message>
        <message>
            <source>The room’s messages are not here. Open the room, then try again.</source>
            <translation>رسائل الغرفة ليست هنا. افتح الغرفة ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>This room has been deleted.</source>
            <translation>حُذفت هذه الغرفة.</translation>
        </message>
        <message>
            <source>In this room everybody waits {n} s between two messages. Try again later.</source>
            <translation>في هذه الغرفة ينتظر كل شخص {n} ث بين رسالة وأخرى. حاول مرة أخرى لاحقًا.</translation>
        </message>
        <message>
            <source>In this room everybody waits {n} min between two messages. Try again later.</source>
            <translation>في هذه الغرفة ينتظر كل شخص {n} د بين رسالة وأخرى. حاول مرة أخرى لاحقًا.</translation>
        </message>
        <message>
            <source>There is no connection to the server now. Please try again when it is back.</source>
            <translation>لا يوجد اتصال بالخادم الآن. حاول مرة أخرى حين يعود.</translation>
        </message>
        <message>
            <source>You are not in this room. Join it to write in it.</source>
            <translation>لست في هذه الغرفة. انضم إليها للكتابة فيها.</translation>
        </message>
        <message>
            <source>A message has at most {most} characters; this one has {count}.</source>
            <translation>الحد الأقصى لأحرف الرسالة {most}، وعدد أحرف هذه {count}.</translation>
        </message>
        <message>
            <source>The history {path} is damaged: {why}.</source>
            <translation>السجل {path} تالف: {why}.</translation>
        </message>
        <message>
            <source>The disk is full: nothing more can be kept in {path} until there is space.</source>
            <translation>القرص ممتلئ: لا يمكن حفظ المزيد في {path} حتى تتوفر مساحة.</translation>
        </message>
        <message>
            <source>The history {path} is damaged. The next start puts it aside and begins a new one.</source>
            <translation>السجل {path} تالف. سيُنحّى جانبًا عند التشغيل القادم ويبدأ سجل جديد.</translation>
        </message>
        <message>
            <source>The history {path} cannot be written. Allow this account to write the file and its folder.</source>
            <translation>لا يمكن الكتابة في السجل {path}. اسمح لهذا الحساب بالكتابة في الملف ومجلده.</translation>
        </message>
        <message>
            <source>Another program is writing to the history {path}. Let it end first.</source>
            <translation>يكتب برنامج آخر في السجل {path}. انتظر حتى ينتهي.</translation>
        </message>
        <message>
            <source>The history {path} cannot be used: {why}.</source>
            <translation>لا يمكن استخدام السجل {path}: {why}.</translation>
        </message>
        <message>
            <source>There is no history in {folder}: no server that keeps one has used this folder.</source>
            <translation>لا يوجد سجل في {folder}: لم يستخدم هذا المجلدَ خادمٌ يحفظ السجل.</translation>
        </message>
        <message>
            <source>The history {path} was opened for reading only.</source>
            <translation>فُتح السجل {path} للقراءة فقط.</translation>
        </message>
        <message>
            <source>The file {path} was written by a newer version of Chatapp, which this one cannot read.</source>
            <translation>كتب الملفَ {path} إصدارٌ أحدث من Chatapp لا يستطيع هذا الإصدار قراءته.</translation>
        </message>
        <message>
            <source>The file {path} holds something else, which is not Chatapp's.</source>
            <translation>يحتوي الملف {path} على شيء آخر لا يخص Chatapp.</translation>
        </message>
    </context>
    <context>
        <name>ServerHeader</name>
        <message>
            <source>Connected as {name}</source>
            <translation>متصل باسم {name}</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>جارٍ الاتصال…</translation>
        </message>
        <message>
            <source>Reconnecting…</source>
            <translation>جارٍ إعادة الاتصال…</translation>
        </message>
        <message>
            <source>Choose another name</source>
            <translation>اختر اسمًا آخر</translation>
        </message>
        <message>
            <source>A password is needed</source>
            <translation>كلمة المرور مطلوبة</translation>
        </message>
        <message>
            <source>Not let in</source>
            <translation>لم يُسمح بالدخول</translation>
        </message>
        <message>
            <source>Disconnected</source>
            <translation>غير متصل</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Text size: {percent}</source>
            <translation>حجم النص: {percent}</translation>
        </message>
        <message>
            <source>{number} %</source>
            <translation>{number}٪</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>المظهر</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>الكتابة</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>الإشعارات</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Mentions and replies</source>
            <translation>الإشارات إليّ والردود</translation>
        </message>
        <message>
            <source>Every message</source>
            <translation>كل رسالة</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Show a test notification</source>
            <translation>عرض إشعار تجريبي</translation>
        </message>
        <message>
            <source>At once, also in quiet hours; with a sound where sounds are on.</source>
            <translation>فورًا، حتى في ساعات الهدوء؛ مع صوت إن كانت الأصوات مفعّلة.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>السمة</translation>
        </message>
        <message>
            <source>The colours of the window.</source>
            <translation>ألوان النافذة.</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كما في النظام</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>theme</comment>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>theme</comment>
            <translation>داكن</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>تباين عالٍ</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>حجم النص</translation>
        </message>
        <message>
            <source>Compared with the rest of the system. The View menu changes it, too.</source>
            <translation>مقارنةً ببقية النظام. تغيّره قائمة «عرض» أيضًا.</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>الكثافة</translation>
        </message>
        <message>
            <source>How much room there is between messages, and in lists.</source>
            <translation>مقدار المسافة بين الرسائل وفي القوائم.</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>مريحة</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>متراصّة</translation>
        </message>
        <message>
            <source>Emoji style</source>
            <translation>نمط الرموز التعبيرية</translation>
        </message>
        <message>
            <source>Whose pictures are shown for emoji. Others may see different ones.</source>
            <translation>مصدر صور الرموز التعبيرية. قد يرى الآخرون صورًا مختلفة.</translation>
        </message>
        <message>
            <source>The same on every system</source>
            <translation>نفسها على كل نظام</translation>
        </message>
        <message>
            <source>Suggest while I write</source>
            <translation>الاقتراح أثناء الكتابة</translation>
        </message>
        <message>
            <source>Emoji for a colon and two letters, people for @ and the beginning of a name.</source>
            <translation>رموز تعبيرية بعد نقطتين وحرفين، وأشخاص بعد @ وبداية الاسم.</translation>
        </message>
        <message>
            <source>Check my spelling</source>
            <translation>التدقيق الإملائي</translation>
        </message>
        <message>
            <source>Underlines words that no dictionary of this computer knows, where there is one.</source>
            <translation>يضع خطًا تحت الكلمات التي لا يعرفها أي قاموس على هذا الحاسوب، إن وُجد.</translation>
        </message>
        <message>
            <source>Turn emoticons into emoji</source>
            <translation>تحويل الوجوه النصية إلى رموز تعبيرية</translation>
        </message>
        <message>
            <source>:) becomes 🙂. Backspace directly afterwards brings it back.</source>
            <translation>يصبح ‎:)‎ رمز 🙂. يعيده مفتاح Backspace بعده مباشرة.</translation>
        </message>
        <message>
            <source>Skin tone</source>
            <translation>لون البشرة</translation>
        </message>
        <message>
            <source>Of the emoji that have one, unless you choose another for one of them.</source>
            <translation>للرموز التي لها لون بشرة، ما لم تختر لونًا آخر لأحدها.</translation>
        </message>
        <message>
            <source>None</source>
            <comment>skin tone</comment>
            <translation>بلا لون</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>skin tone</comment>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Medium light</source>
            <comment>skin tone</comment>
            <translation>فاتح متوسط</translation>
        </message>
        <message>
            <source>Medium</source>
            <comment>skin tone</comment>
            <translation>متوسط</translation>
        </message>
        <message>
            <source>Medium dark</source>
            <comment>skin tone</comment>
            <translation>داكن متوسط</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>skin tone</comment>
            <translation>داكن</translation>
        </message>
        <message>
            <source>Notify me about</source>
            <translation>أشعرني بـ</translation>
        </message>
        <message>
            <source>In rooms that have no choice of their own, which a room’s menu offers.</source>
            <translation>في الغرف التي ليس لها اختيار خاص بها، وهو في قائمة الغرفة.</translation>
        </message>
        <message>
            <source>Play sounds</source>
            <translation>تشغيل الأصوات</translation>
        </message>
        <message>
            <source>A short one with each notification.</source>
            <translation>صوت قصير مع كل إشعار.</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>ساعات الهدوء</translation>
        </message>
        <message>
            <source>No notifications and no sounds between these times. What is unread is counted.</source>
            <translation>لا إشعارات ولا أصوات بين هذين الوقتين. ويُعدّ غير المقروء.</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>الهدوء من</translation>
        </message>
        <message>
            <source>Every day.</source>
            <translation>كل يوم.</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>الهدوء حتى</translation>
        </message>
        <message>
            <source>On the next day, where that is the earlier time.</source>
            <translation>في اليوم التالي، إن كان هذا الوقت أبكر.</translation>
        </message>
        <message>
            <source>Keep hosting in the tray</source>
            <translation>مواصلة الاستضافة في شريط النظام</translation>
        </message>
        <message>
            <source>Closing the window while you host offers that, on systems that have a tray.</source>
            <translation>يُعرض ذلك عند إغلاق النافذة أثناء الاستضافة، على الأنظمة التي لها شريط نظام.</translation>
        </message>
        <message>
            <source>Keep this computer awake while I host</source>
            <translation>إبقاء الحاسوب مستيقظًا أثناء استضافتي</translation>
        </message>
        <message>
            <source>If it falls asleep, everybody is disconnected. The screen may still turn off.</source>
            <translation>إن دخل في وضع السكون انقطع اتصال الجميع. ويبقى انطفاء الشاشة ممكنًا.</translation>
        </message>
        <message>
            <source>Tell me of newer versions</source>
            <translation>إخباري بالإصدارات الأحدث</translation>
        </message>
        <message>
            <source>Looks once a day, and sends nothing about you. Off where the system sees to updates.</source>
            <translation>يبحث مرة في اليوم ولا يرسل شيئًا عنك. متوقف حيث يتولى النظام التحديثات.</translation>
        </message>
        <message>
            <source>Of the window, its numbers and its dates. Takes effect at the next start.</source>
            <translation>لغة النافذة وأرقامها وتواريخها. تسري بدءًا من التشغيل القادم.</translation>
        </message>
        <message>
            <source>As in other rooms</source>
            <translation>كما في الغرف الأخرى</translation>
        </message>
        <message>
            <source>Your chat</source>
            <translation>محادثتك</translation>
        </message>
        <message>
            <source>Notifications of {room} on {server}</source>
            <translation>إشعارات {room} على {server}</translation>
        </message>
        <message>
            <source>Rooms with a choice of their own</source>
            <translation>غرف لها اختيار خاص بها</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>Search settings</source>
            <translation>البحث في الإعدادات</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>No setting has “{query}” in it.</source>
            <translation>لا يوجد إعداد فيه «{query}».</translation>
        </message>
        <message numerus="yes">
            <source>%Ln settings found</source>
            <translation>
                <numerusform>لا إعدادات</numerusform>
                <numerusform>عُثر على إعداد واحد</numerusform>
                <numerusform>عُثر على إعدادين</numerusform>
                <numerusform>عُثر على %Ln إعدادات</numerusform>
                <numerusform>عُثر على %Ln إعدادًا</numerusform>
                <numerusform>عُثر على %Ln إعداد</numerusform>
            </translation>
        </message>
        <message>
            <source>Chatapp speaks {language} from its next start on.</source>
            <translation>يستخدم Chatapp اللغة {language} بدءًا من التشغيل القادم.</translation>
        </message>
        <message>
            <source>Restart now</source>
            <translation>إعادة التشغيل الآن</translation>
        </message>
    </context>
    <context>
        <name>Shortcuts</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>اختصارات لوحة المفاتيح</translation>
        </message>
        <message>
            <source>Search shortcuts</source>
            <translation>البحث في الاختصارات</translation>
        </message>
        <message>
            <source>No command is called that.</source>
            <translation>لا يوجد أمر بهذا الاسم.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found</source>
            <translation>
                <numerusform>لا نتائج</numerusform>
                <numerusform>نتيجة واحدة</numerusform>
                <numerusform>نتيجتان</numerusform>
                <numerusform>%Ln نتائج</numerusform>
                <numerusform>%Ln نتيجة</numerusform>
                <numerusform>%Ln نتيجة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SkinTones</name>
        <message>
            <source>No skin tone</source>
            <translation>بلا لون بشرة</translation>
        </message>
        <message>
            <source>Light skin tone</source>
            <translation>بشرة فاتحة</translation>
        </message>
        <message>
            <source>Medium-light skin tone</source>
            <translation>بشرة فاتحة متوسطة</translation>
        </message>
        <message>
            <source>Medium skin tone</source>
            <translation>بشرة متوسطة</translation>
        </message>
        <message>
            <source>Medium-dark skin tone</source>
            <translation>بشرة داكنة متوسطة</translation>
        </message>
        <message>
            <source>Dark skin tone</source>
            <translation>بشرة داكنة</translation>
        </message>
        <message>
            <source>{first}, then {second}</source>
            <translation>{first}، ثم {second}</translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message>
            <source>Suggestions</source>
            <translation>الاقتراحات</translation>
        </message>
    </context>
    <context>
        <name>Switcher</name>
        <message>
            <source>on</source>
            <translation>مفعّل</translation>
        </message>
        <message>
            <source>not joined</source>
            <translation>غير منضم إليها</translation>
        </message>
        <message numerus="yes">
            <source>%Ln unread</source>
            <translation>
                <numerusform>لا جديد</numerusform>
                <numerusform>رسالة غير مقروءة</numerusform>
                <numerusform>رسالتان غير مقروءتين</numerusform>
                <numerusform>%Ln رسائل غير مقروءة</numerusform>
                <numerusform>%Ln رسالة غير مقروءة</numerusform>
                <numerusform>%Ln رسالة غير مقروءة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln for you</source>
            <translation>
                <numerusform>لا شيء لك</numerusform>
                <numerusform>رسالة لك</numerusform>
                <numerusform>رسالتان لك</numerusform>
                <numerusform>%Ln رسائل لك</numerusform>
                <numerusform>%Ln رسالة لك</numerusform>
                <numerusform>%Ln رسالة لك</numerusform>
            </translation>
        </message>
        <message>
            <source>room</source>
            <translation>غرفة</translation>
        </message>
        <message>
            <source>in {room}</source>
            <translation>في {room}</translation>
        </message>
        <message>
            <source>in this room</source>
            <translation>في هذه الغرفة</translation>
        </message>
        <message>
            <source>person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Create room “{name}”</source>
            <translation>إنشاء الغرفة «{name}»</translation>
        </message>
    </context>
    <context>
        <name>SwitcherPopup</name>
        <message>
            <source>Go to</source>
            <translation>الانتقال إلى</translation>
        </message>
        <message>
            <source>Room, person or command</source>
            <translation>غرفة أو شخص أو أمر</translation>
        </message>
        <message>
            <source>{enter} goes there, {join} joins the room as well. # finds rooms, @ people, &gt; commands.</source>
            <translation>ينقلك {enter} إلى هناك، ويضمّك {join} إلى الغرفة أيضًا. # للغرف و@ للأشخاص و&gt; للأوامر.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln found: {first}</source>
            <translation>
                <numerusform>لا نتائج: {first}</numerusform>
                <numerusform>نتيجة واحدة: {first}</numerusform>
                <numerusform>نتيجتان: {first}</numerusform>
                <numerusform>%Ln نتائج: {first}</numerusform>
                <numerusform>%Ln نتيجة: {first}</numerusform>
                <numerusform>%Ln نتيجة: {first}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is called that.</source>
            <translation>لا شيء بهذا الاسم.</translation>
        </message>
        <message>
            <source>There is nothing to go to.</source>
            <translation>لا يوجد ما يمكن الانتقال إليه.</translation>
        </message>
    </context>
    <context>
        <name>TakeOver</name>
        <message>
            <source>Take over a chat</source>
            <translation>استلام محادثة</translation>
        </message>
        <message>
            <source>Choose the file that its host saved. From then on, you are the host.</source>
            <translation>اختر الملف الذي حفظه المستضيف. ومن حينها تصبح أنت المستضيف.</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>اختيار…</translation>
        </message>
        <message>
            <source>Choose the file</source>
            <translation>اختيار الملف</translation>
        </message>
        <message>
            <source>No file yet</source>
            <translation>لا ملف بعد</translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>Password of the file</source>
            <translation>كلمة مرور الملف</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>استلام</translation>
        </message>
        <message>
            <source>You hosted a chat on this computer before. It can be set aside: it stays on this computer, in a folder of its own, and is not hosted any more.</source>
            <translation>استضفت محادثة على هذا الحاسوب من قبل. يمكن تنحيتها جانبًا: تبقى على هذا الحاسوب في مجلد خاص بها، ولا تُستضاف بعد ذلك.</translation>
        </message>
        <message>
            <source>Set it aside and take over</source>
            <translation>تنحيتها واستلام المحادثة</translation>
        </message>
        <message>
            <source>Looking through the file…</source>
            <translation>جارٍ فحص الملف…</translation>
        </message>
        <message>
            <source>Chats (*.{suffix})</source>
            <translation>المحادثات (*.{suffix})</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>كل الملفات (*)</translation>
        </message>
    </context>
    <context>
        <name>Telling</name>
        <message>
            <source>This is how Chatapp tells you of messages while you look elsewhere.</source>
            <translation>هكذا يخبرك Chatapp بالرسائل وأنت منشغل بشيء آخر.</translation>
        </message>
        <message>
            <source>A test notification</source>
            <translation>إشعار تجريبي</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>فتح</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>لا أحد غيرهم</numerusform>
                <numerusform>شخص آخر</numerusform>
                <numerusform>شخصان آخران</numerusform>
                <numerusform>%Ln آخرون</numerusform>
                <numerusform>%Ln آخرون</numerusform>
                <numerusform>%Ln آخرون</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} reacted with {emoji}</source>
            <translation>
                <numerusform>تفاعل {names} بـ {emoji}</numerusform>
                <numerusform>تفاعل {names} بـ {emoji}</numerusform>
                <numerusform>تفاعل {names} بـ {emoji}</numerusform>
                <numerusform>تفاعل {names} بـ {emoji}</numerusform>
                <numerusform>تفاعل {names} بـ {emoji}</numerusform>
                <numerusform>تفاعل {names} بـ {emoji}</numerusform>
            </translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>إعادة الإرسال</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>أمس</translation>
        </message>
        <message>
            <source>Open link: {link}</source>
            <translation>فتح الرابط: {link}</translation>
        </message>
        <message>
            <source>Copy link: {link}</source>
            <translation>نسخ الرابط: {link}</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>نسخ الرابط</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>رد</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>تعديل</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>حذف…</translation>
        </message>
        <message>
            <source>React</source>
            <translation>تفاعل</translation>
        </message>
        <message>
            <source>Show the message that this answers</source>
            <translation>عرض الرسالة المردود عليها</translation>
        </message>
        <message>
            <source>Show fewer names</source>
            <translation>عرض أسماء أقل</translation>
        </message>
        <message>
            <source>Show all names</source>
            <translation>عرض كل الأسماء</translation>
        </message>
        <message>
            <source>Choose an emoji…</source>
            <translation>اختيار رمز تعبيري…</translation>
        </message>
        <message numerus="yes">
            <source>… %Ln more characters: copy the message to read them</source>
            <translation>
                <numerusform>… انسخ الرسالة لقراءة بقيتها</numerusform>
                <numerusform>… حرف آخر: انسخ الرسالة لقراءته</numerusform>
                <numerusform>… حرفان آخران: انسخ الرسالة لقراءتهما</numerusform>
                <numerusform>… %Ln أحرف أخرى: انسخ الرسالة لقراءتها</numerusform>
                <numerusform>… %Ln حرفًا آخر: انسخ الرسالة لقراءتها</numerusform>
                <numerusform>… %Ln حرف آخر: انسخ الرسالة لقراءتها</numerusform>
            </translation>
        </message>
        <message>
            <source>{before} is now {after}</source>
            <translation>صار اسم {before} هو {after}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln others changed their names</source>
            <translation>
                <numerusform>لم يغيّر أحد آخر اسمه</numerusform>
                <numerusform>غيّر شخص آخر اسمه</numerusform>
                <numerusform>غيّر شخصان آخران اسميهما</numerusform>
                <numerusform>غيّر %Ln آخرون أسماءهم</numerusform>
                <numerusform>غيّر %Ln آخرون أسماءهم</numerusform>
                <numerusform>غيّر %Ln آخرون أسماءهم</numerusform>
            </translation>
        </message>
        <message>
            <source>; </source>
            <translation>؛ </translation>
        </message>
        <message numerus="yes">
            <source>{names} joined</source>
            <translation>
                <numerusform>انضم {names}</numerusform>
                <numerusform>انضم {names}</numerusform>
                <numerusform>انضم {names}</numerusform>
                <numerusform>انضم {names}</numerusform>
                <numerusform>انضم {names}</numerusform>
                <numerusform>انضم {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} left</source>
            <translation>
                <numerusform>غادر {names}</numerusform>
                <numerusform>غادر {names}</numerusform>
                <numerusform>غادر {names}</numerusform>
                <numerusform>غادر {names}</numerusform>
                <numerusform>غادر {names}</numerusform>
                <numerusform>غادر {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} joined and left</source>
            <translation>
                <numerusform>انضم {names} ثم غادر</numerusform>
                <numerusform>انضم {names} ثم غادر</numerusform>
                <numerusform>انضم {names} ثم غادرا</numerusform>
                <numerusform>انضم {names} ثم غادروا</numerusform>
                <numerusform>انضم {names} ثم غادروا</numerusform>
                <numerusform>انضم {names} ثم غادروا</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} left and came back</source>
            <translation>
                <numerusform>غادر {names} ثم عاد</numerusform>
                <numerusform>غادر {names} ثم عاد</numerusform>
                <numerusform>غادر {names} ثم عادا</numerusform>
                <numerusform>غادر {names} ثم عادوا</numerusform>
                <numerusform>غادر {names} ثم عادوا</numerusform>
                <numerusform>غادر {names} ثم عادوا</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{names} and %Ln others</source>
            <translation>
                <numerusform>{names}</numerusform>
                <numerusform>{names} وشخص آخر</numerusform>
                <numerusform>{names} وشخصان آخران</numerusform>
                <numerusform>{names} و%Ln آخرون</numerusform>
                <numerusform>{names} و%Ln آخرون</numerusform>
                <numerusform>{names} و%Ln آخرون</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>، </translation>
        </message>
        <message>
            <source>{names} and {last}</source>
            <translation>{names} و{last}</translation>
        </message>
        <message>
            <source>new</source>
            <translation>جديد</translation>
        </message>
        <message>
            <source>(mentions you)</source>
            <translation>(فيها إشارة إليك)</translation>
        </message>
        <message>
            <source>(in reply to {quote})</source>
            <translation>(رد على {quote})</translation>
        </message>
        <message>
            <source>(reactions: {reactions})</source>
            <translation>(التفاعلات: {reactions})</translation>
        </message>
        <message>
            <source>(sending)</source>
            <translation>(قيد الإرسال)</translation>
        </message>
        <message>
            <source>(quote) {text}</source>
            <translation>(اقتباس) {text}</translation>
        </message>
        <message>
            <source>a message that is not shown here</source>
            <translation>رسالة غير معروضة هنا</translation>
        </message>
        <message>
            <source>This message was deleted</source>
            <translation>حُذفت هذه الرسالة</translation>
        </message>
        <message>
            <source>(edited)</source>
            <translation>(معدّلة)</translation>
        </message>
        <message>
            <source>Older messages are no longer kept here</source>
            <translation>لم تعد الرسائل الأقدم محفوظة هنا</translation>
        </message>
        <message>
            <source>Messages are missing here</source>
            <translation>توجد رسائل ناقصة هنا</translation>
        </message>
        <message>
            <source>Not sent. {problem}</source>
            <translation>لم تُرسل. {problem}</translation>
        </message>
    </context>
    <context>
        <name>TimelineView</name>
        <message>
            <source>Select all</source>
            <translation>تحديد الكل</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>الرسائل</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Copy message</source>
            <translation>نسخ الرسالة</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>&amp;Hide window</source>
            <translation>إ&amp;خفاء النافذة</translation>
        </message>
        <message>
            <source>&amp;Show window</source>
            <translation>إ&amp;ظهار النافذة</translation>
        </message>
        <message>
            <source>S&amp;top hosting</source>
            <translation>إ&amp;يقاف الاستضافة</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>خ&amp;روج</translation>
        </message>
        <message numerus="yes">
            <source>Chatapp: %Ln messages for you</source>
            <translation>
                <numerusform>‏Chatapp: لا رسائل لك</numerusform>
                <numerusform>‏Chatapp: رسالة لك</numerusform>
                <numerusform>‏Chatapp: رسالتان لك</numerusform>
                <numerusform>‏Chatapp: %Ln رسائل لك</numerusform>
                <numerusform>‏Chatapp: %Ln رسالة لك</numerusform>
                <numerusform>‏Chatapp: %Ln رسالة لك</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Chatapp: %Ln unread messages</source>
            <translation>
                <numerusform>‏Chatapp: لا جديد</numerusform>
                <numerusform>‏Chatapp: رسالة غير مقروءة</numerusform>
                <numerusform>‏Chatapp: رسالتان غير مقروءتين</numerusform>
                <numerusform>‏Chatapp: %Ln رسائل غير مقروءة</numerusform>
                <numerusform>‏Chatapp: %Ln رسالة غير مقروءة</numerusform>
                <numerusform>‏Chatapp: %Ln رسالة غير مقروءة</numerusform>
            </translation>
        </message>
        <message>
            <source>Chatapp: hosting</source>
            <translation>‏Chatapp: استضافة جارية</translation>
        </message>
    </context>
    <context>
        <name>TrustDialog</name>
        <message>
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
        <message>
            <source>It is the same</source>
            <translation>الرمز نفسه</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>To be sure, compare this code with the host's: side by side, or read aloud over the telephone. The host finds it under “Invite people”.</source>
            <translation>للتأكد، قارن هذا الرمز برمز المستضيف: جنبًا إلى جنب أو قراءةً عبر الهاتف. يجده المستضيف تحت «دعوة أشخاص».</translation>
        </message>
        <message>
            <source>The host's code:</source>
            <translation>رمز المستضيف:</translation>
        </message>
        <message>
            <source>Code: {code}</source>
            <translation>الرمز: {code}</translation>
        </message>
        <message>
            <source>If it is another one, somebody may be listening: disconnect, and ask for an invite.</source>
            <translation>إن كان رمزًا آخر فقد يكون أحدهم يتنصت: اقطع الاتصال واطلب دعوة.</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>غير مشفّر</translation>
        </message>
        <message>
            <source>On this computer alone</source>
            <translation>على هذا الحاسوب وحده</translation>
        </message>
        <message>
            <source>Is it really the host?</source>
            <translation>هل هو المستضيف حقًا؟</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>مشفّر</translation>
        </message>
        <message>
            <source>Whoever is on the way between you and the host can read what is said here, and change it. Passwords are never sent this way. Ask the host for an invite: it leads to an encrypted chat, if their Chatapp is new enough.</source>
            <translation>من هو على الطريق بينك وبين المستضيف يمكنه قراءة ما يقال هنا وتغييره. لا تُرسل كلمات المرور بهذه الطريقة أبدًا. اطلب دعوة من المستضيف: تؤدي إلى محادثة مشفّرة إن كان Chatapp لديه حديثًا بما يكفي.</translation>
        </message>
        <message>
            <source>What is said here does not leave your computer on its way to the server.</source>
            <translation>ما يقال هنا لا يغادر حاسوبك في طريقه إلى الخادم.</translation>
        </message>
        <message>
            <source>What is said here is encrypted, and from now on nobody else can pass for this host. Nobody has checked yet that it is the right one.</source>
            <translation>ما يقال هنا مشفّر، ومن الآن فصاعدًا لا يستطيع أحد انتحال شخصية هذا المستضيف. لكن لم يتحقق أحد بعد أنه المستضيف الصحيح.</translation>
        </message>
        <message>
            <source>What is said here is encrypted, and the host is the same as the first time that you were here. Nobody has checked that it was the right one then.</source>
            <translation>ما يقال هنا مشفّر، والمستضيف هو نفسه كما في زيارتك الأولى. لكن لم يتحقق أحد حينها أنه المستضيف الصحيح.</translation>
        </message>
        <message>
            <source>Nobody on the way can read what is said here, and it is the host whom your invite names, or whom you have checked.</source>
            <translation>لا أحد في الطريق يستطيع قراءة ما يقال هنا، وهو المستضيف الذي تذكره دعوتك أو الذي تحققت منه.</translation>
        </message>
        <message>
            <source>Nobody on the way can read what is said here, and a public authority says that the address belongs to the host.</source>
            <translation>لا أحد في الطريق يستطيع قراءة ما يقال هنا، وتؤكد جهة عامة أن العنوان يعود إلى المستضيف.</translation>
        </message>
    </context>
    <context>
        <name>TrustIndicator</name>
        <message>
            <source>Tells what this means.</source>
            <translation>يشرح معنى هذا.</translation>
        </message>
        <message>
            <source>Not encrypted</source>
            <translation>غير مشفّر</translation>
        </message>
        <message>
            <source>Stays on this computer</source>
            <translation>يبقى على هذا الحاسوب</translation>
        </message>
        <message>
            <source>Encrypted, host not checked</source>
            <translation>مشفّر، لم يُتحقق من المستضيف</translation>
        </message>
        <message>
            <source>Encrypted, host checked</source>
            <translation>مشفّر، تم التحقق من المستضيف</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>مشفّر</translation>
        </message>
        <message>
            <source>Host not checked</source>
            <translation>لم يُتحقق من المستضيف</translation>
        </message>
        <message>
            <source>Host checked</source>
            <translation>تم التحقق من المستضيف</translation>
        </message>
    </context>
    <context>
        <name>Until</name>
        <message>
            <source>1 hour</source>
            <translation>ساعة واحدة</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>يوم واحد</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 أيام</translation>
        </message>
        <message>
            <source>For good</source>
            <translation>دائمًا</translation>
        </message>
        <message>
            <source>for good</source>
            <translation>دائمًا</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>انقضت المدة</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>Back to the chat</source>
            <translation>العودة إلى المحادثة</translation>
        </message>
        <message>
            <source>Welcome to Chatapp</source>
            <translation>مرحبًا بك في Chatapp</translation>
        </message>
        <message>
            <source>Rooms for the people around you.</source>
            <translation>غرف لمن حولك.</translation>
        </message>
    </context>
    <context>
        <name>When</name>
        <message>
            <source>d MMM</source>
            <comment>day and month, as QDate::toString writes them</comment>
            <translation>d MMM</translation>
        </message>
    </context>
    <context>
        <name>WordMenu</name>
        <message>
            <source>Looking for suggestions…</source>
            <translation>جارٍ البحث عن اقتراحات…</translation>
        </message>
        <message>
            <source>Add “{word}” to the dictionary</source>
            <translation>إضافة «{word}» إلى القاموس</translation>
        </message>
        <message>
            <source>Ignore “{word}”</source>
            <translation>تجاهل «{word}»</translation>
        </message>
        <message>
            <source>No suggestions</source>
            <translation>لا اقتراحات</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>The server did not understand this. It may be older or newer than your Chatapp.</source>
            <translation>لم يفهم الخادم هذا. ربما كان أقدم أو أحدث من Chatapp لديك.</translation>
        </message>
        <message>
            <source>The server lost track of who you are. Disconnect, then join the chat again.</source>
            <translation>لم يعد الخادم يعرف من أنت. اقطع الاتصال ثم انضم إلى المحادثة من جديد.</translation>
        </message>
        <message>
            <source>The server does not allow this name. Please choose another one.</source>
            <translation>لا يسمح الخادم بهذا الاسم. اختر اسمًا آخر.</translation>
        </message>
        <message>
            <source>Somebody here already has this name, or one that looks like it, or it is kept for them. Please choose another.</source>
            <translation>يوجد هنا من يحمل هذا الاسم أو اسمًا يشبهه، أو أنه محجوز لشخص آخر. اختر اسمًا آخر.</translation>
        </message>
        <message>
            <source>The server does not allow this room name. Please choose another one.</source>
            <translation>لا يسمح الخادم باسم الغرفة هذا. اختر اسمًا آخر.</translation>
        </message>
        <message>
            <source>There is already a room of this name, or one that looks like it.</source>
            <translation>توجد غرفة بهذا الاسم أو باسم يشبهه.</translation>
        </message>
        <message>
            <source>This room does not exist any more.</source>
            <translation>لم تعد هذه الغرفة موجودة.</translation>
        </message>
        <message>
            <source>You are not in this room. Join it first.</source>
            <translation>لست في هذه الغرفة. انضم إليها أولًا.</translation>
        </message>
        <message>
            <source>Everybody stays in this room; it cannot be left.</source>
            <translation>يبقى الجميع في هذه الغرفة، ولا يمكن مغادرتها.</translation>
        </message>
        <message>
            <source>This room always exists; it cannot be deleted.</source>
            <translation>هذه الغرفة موجودة دائمًا، ولا يمكن حذفها.</translation>
        </message>
        <message>
            <source>Only the person who made this room may do that.</source>
            <translation>لا يمكن ذلك إلا لمن أنشأ هذه الغرفة.</translation>
        </message>
        <message>
            <source>There is nothing in this message. Write something first.</source>
            <translation>هذه الرسالة فارغة. اكتب شيئًا أولًا.</translation>
        </message>
        <message>
            <source>This server has as many rooms as it can hold. Delete one that nobody needs.</source>
            <translation>بلغ هذا الخادم أقصى عدد من الغرف. احذف غرفة لا يحتاجها أحد.</translation>
        </message>
        <message>
            <source>This message is too long. At most {most} characters can be sent at once.</source>
            <translation>هذه الرسالة طويلة جدًا. يمكن إرسال {most} حرف كحد أقصى دفعة واحدة.</translation>
        </message>
        <message>
            <source>That was too fast for this server. Wait a few seconds, then try again.</source>
            <translation>كان ذلك أسرع مما يحتمله هذا الخادم. انتظر بضع ثوانٍ ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>This server is full. Try again when somebody has left.</source>
            <translation>هذا الخادم ممتلئ. حاول مرة أخرى حين يغادر أحدهم.</translation>
        </message>
        <message>
            <source>This is not the password, or the invite does not hold any more. Try again, or ask the host.</source>
            <translation>كلمة المرور غير صحيحة، أو لم تعد الدعوة صالحة. حاول مرة أخرى أو اسأل المستضيف.</translation>
        </message>
        <message>
            <source>The host lets in whoever has an invite or knows the password.</source>
            <translation>يسمح المستضيف بالدخول لمن لديه دعوة أو يعرف كلمة المرور.</translation>
        </message>
        <message>
            <source>The host lets nobody new in at the moment.</source>
            <translation>لا يسمح المستضيف بدخول أحد جديد حاليًا.</translation>
        </message>
        <message>
            <source>The host does not let you in.</source>
            <translation>لا يسمح لك المستضيف بالدخول.</translation>
        </message>
        <message>
            <source>The host takes encrypted connections only. Ask for an invite.</source>
            <translation>لا يقبل المستضيف إلا الاتصالات المشفّرة. اطلب دعوة.</translation>
        </message>
        <message>
            <source>The host's disk is full, so nothing new can be kept. Tell the host.</source>
            <translation>قرص المستضيف ممتلئ، فلا يمكن حفظ أي جديد. أخبر المستضيف.</translation>
        </message>
        <message>
            <source>The server cannot do this right now. Try again in a moment.</source>
            <translation>لا يستطيع الخادم فعل ذلك الآن. حاول مرة أخرى بعد قليل.</translation>
        </message>
        <message>
            <source>This message is no longer there.</source>
            <translation>لم تعد هذه الرسالة موجودة.</translation>
        </message>
        <message>
            <source>This server does not know how to do that. It may be older than your Chatapp.</source>
            <translation>لا يعرف هذا الخادم كيف يفعل ذلك. ربما كان أقدم من Chatapp لديك.</translation>
        </message>
        <message>
            <source>Only the person who wrote this message can change it.</source>
            <translation>لا يمكن تغيير هذه الرسالة إلا لمن كتبها.</translation>
        </message>
        <message>
            <source>Only the person who wrote this message, or made the room, can delete it.</source>
            <translation>لا يمكن حذف هذه الرسالة إلا لمن كتبها أو لمن أنشأ الغرفة.</translation>
        </message>
        <message>
            <source>Only whoever is in charge of this chat may do that.</source>
            <translation>لا يمكن ذلك إلا لمن هو مسؤول عن هذه المحادثة.</translation>
        </message>
        <message>
            <source>As things are by now, the server cannot do this. Look at them once more, then try something else.</source>
            <translation>لا يستطيع الخادم فعل ذلك في الوضع الحالي. ألقِ نظرة أخرى ثم جرّب شيئًا آخر.</translation>
        </message>
        <message>
            <source>The server did not do this, and did not say why. Please try again.</source>
            <translation>لم ينفّذ الخادم ذلك ولم يقل السبب. حاول مرة أخرى.</translation>
        </message>
    </context>
</TS>

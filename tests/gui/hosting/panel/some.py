from chatapp.protocol.messages.hosting import Connected

AT = 1_790_000_000_000
ANN = Connected(1, "Ann", "127.0.0.1", AT, 2, secure=True, admin=True)
BO = Connected(2, "Bo", "192.0.2.17", AT, 1, secure=True, key="k" * 43)
CHLOE = Connected(3, "Chloé", "2001:db8::1", AT, 3)

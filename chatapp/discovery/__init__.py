"""Hosts on this network: announced and found by mDNS and DNS-SD (RFC 6762, RFC 6763)."""

package dev.relink.notice;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Lets webhooks out to the internet and nowhere else: not to this machine, not into its network, not to a cloud's metadata
 * (CWE-918). It is asked for the very addresses that are then connected to, so a name that changes its address between
 * two questions gains nothing.
 */
final class PublicAddresses implements DnsResolver {

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b};

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new NotPublic(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** One of its addresses is enough. */
    static final class NotPublic extends UnknownHostException {
        NotPublic(String host) {
            super(host + " is not in the public internet; webhooks go nowhere else unless"
                    + " RELINK_WEBHOOK_PRIVATE_ADDRESSES is set.");
        }
    }

    /** Everything that the registries of special addresses (RFC 6890 and its successors) do not list. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic4(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false; // there is no third kind
        };
    }

    private static boolean isPublic4(byte[] b) {
        int one = b[0] & 0xff;
        int two = b[1] & 0xff;
        int three = b[2] & 0xff;
        boolean carrier = one == 100 && two >= 64 && two < 128;
        boolean protocols = one == 192 && two == 0 && (three == 0 || three == 2);
        boolean relay = one == 192 && two == 88 && three == 99;
        boolean benchmark = one == 198 && (two == 18 || two == 19);
        boolean documents = one == 198 && two == 51 && three == 100 || one == 203 && two == 0 && three == 113;
        return one != 0 && one < 240 && !carrier && !protocols && !relay && !benchmark && !documents;
    }

    /** Global unicast only, and not the ways in which an IPv4 address can hide in one. */
    private static boolean isPublic6(byte[] b) {
        boolean nat64 = Arrays.equals(b, 0, 4, NAT64, 0, 4);
        boolean global = (b[0] & 0xe0) == 0x20;
        boolean teredoOrSpecial = b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xfe) == 0;
        boolean documents = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == (byte) 0xb8;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        return global && !nat64 && !teredoOrSpecial && !documents && !sixToFour;
    }
}

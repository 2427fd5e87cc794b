package org.complaintdesk.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a limit counts: the address a request comes from, as far as one client cannot change it at will. */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {
    }

    /**
     * @return the IPv4 address; of an IPv6 address only the network ({@code /64}), the rest is the client's to choose.
     *         A proxy's headers count only as {@code server.forward-headers-strategy} says.
     */
    public static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    static String network(String address) {
        try {
            // A literal, never a name: nothing is looked up.
            InetAddress parsed = address.indexOf(':') < 0 ? null : InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "/64" : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}

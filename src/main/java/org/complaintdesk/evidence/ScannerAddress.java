package org.complaintdesk.evidence;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a scanner listens, as it stands in the settings. */
final class ScannerAddress {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:tcp://)?(\\[[0-9a-fA-F:.]+]|[^:/\\[\\]\\s]+):(\\d{1,5})");
    private static final Pattern SOCKET = Pattern.compile("(?:unix:)?(/.+)");

    private ScannerAddress() {
    }

    static boolean isAddress(String setting) {
        try {
            of(setting);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * @return looked up anew each time, because a scanner may move
     * @throws IllegalArgumentException when it is neither host and port nor an absolute path
     */
    static SocketAddress of(String setting) {
        Matcher socket = SOCKET.matcher(setting.strip());
        if (socket.matches()) {
            try {
                return UnixDomainSocketAddress.of(Path.of(socket.group(1)));
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(e);
            }
        }
        Matcher server = HOST_AND_PORT.matcher(setting.strip());
        if (!server.matches()) {
            throw new IllegalArgumentException("Neither host:port nor an absolute path: " + setting);
        }
        return new InetSocketAddress(server.group(1), Integer.parseInt(server.group(2)));
    }

    /** @return a channel of the right family, not connected yet */
    static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }
}

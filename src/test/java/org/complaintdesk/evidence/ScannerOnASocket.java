package org.complaintdesk.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks ClamAV's protocol on a real socket: finds the test virus, takes so many bytes, and can be struck dumb. */
class ScannerOnASocket implements AutoCloseable {

    private static final int TAKES = 4 * 1024 * 1024;

    private final ServerSocketChannel server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean dumb;
    private volatile String insteadOfAnAnswer;

    private ScannerOnASocket(ServerSocketChannel server) {
        this.server = server;
        Thread thread = new Thread(this::serve, "scanner");
        thread.setDaemon(true);
        thread.start();
    }

    static ScannerOnASocket onPort() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        return new ScannerOnASocket(server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    static ScannerOnASocket onPath(Path path) throws IOException {
        return new ScannerOnASocket(ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path)));
    }

    /** @return as it stands in the settings */
    String address() throws IOException {
        SocketAddress address = server.getLocalAddress();
        return address instanceof InetSocketAddress internet ? "127.0.0.1:" + internet.getPort() : address.toString();
    }

    void neverAnswer() {
        dumb = true;
    }

    void answer(String words) {
        insteadOfAnAnswer = words;
    }

    int timesAsked() {
        return asked.get();
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                // The one who asked, or the test, has hung up.
            }
        }
    }

    private void serve(SocketChannel client) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(client));
        if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            client.close();
            return;
        }
        asked.incrementAndGet();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
            if (content.size() > TAKES) {
                reply(client, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        if (dumb) {
            return;
        }
        boolean virus = new String(content.toByteArray(), StandardCharsets.ISO_8859_1)
                .contains(new String(Samples.EICAR, StandardCharsets.ISO_8859_1));
        reply(client, insteadOfAnAnswer != null ? insteadOfAnAnswer : virus ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    }

    private static void reply(SocketChannel client, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        client.write(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1)));
        client.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

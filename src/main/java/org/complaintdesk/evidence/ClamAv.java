package org.complaintdesk.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a ClamAV daemon by its INSTREAM command: pieces with their length in front, an empty one at the end. */
class ClamAv implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_024;

    private final EvidenceProperties settings;

    ClamAv(EvidenceProperties settings) {
        this.settings = settings;
    }

    @Override
    public Scan scan(InputStream content) {
        try {
            return verdict(ask(content));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The virus scanner at {} does not answer: {}", settings.clamav(), e.toString());
            return Scan.PENDING;
        }
    }

    /** A channel to a local socket knows no timeouts: it is closed when the time is up, and whoever uses it fails. */
    private String ask(InputStream content) throws IOException {
        SocketAddress address = ScannerAddress.of(settings.clamav());
        try (SocketChannel scanner = ScannerAddress.open(address)) {
            CompletableFuture<Void> timeUp = CompletableFuture.runAsync(() -> close(scanner),
                    CompletableFuture.delayedExecutor(settings.scanWithin().toMillis(), TimeUnit.MILLISECONDS));
            try {
                scanner.connect(address);
                send(content, scanner);
                return answer(scanner);
            } finally {
                timeUp.cancel(false);
            }
        }
    }

    private static void send(InputStream content, SocketChannel scanner) throws IOException {
        write(scanner, ByteBuffer.wrap(COMMAND));
        ByteBuffer piece = ByteBuffer.allocate(Integer.BYTES + PIECE);
        int length;
        do {
            length = content.readNBytes(piece.array(), Integer.BYTES, PIECE);
            try {
                write(scanner, piece.clear().putInt(0, length).limit(Integer.BYTES + length));
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                // It may have said why before it hung up.
                return;
            }
        } while (length > 0);
    }

    private static void write(SocketChannel scanner, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            scanner.write(bytes);
        }
    }

    private static String answer(SocketChannel scanner) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && scanner.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static Scan verdict(String answer) throws IOException {
        if (answer.endsWith(" FOUND")) {
            LOG.warn("A virus in a file: {}", answer);
            return Scan.INFECTED;
        }
        if (answer.endsWith("OK")) {
            return Scan.CLEAN;
        }
        if (answer.contains("size limit exceeded")) {
            LOG.warn("The virus scanner takes no file of this size; raise its StreamMaxLength");
            return Scan.NOT_SCANNED;
        }
        throw new IOException("Its answer is not understood: " + answer);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a connection to the virus scanner", e);
        }
    }
}

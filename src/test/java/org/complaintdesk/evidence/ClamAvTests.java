package org.complaintdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class ClamAvTests {

    private static final Path REAL_ONE = Path.of("/usr/sbin/clamd");

    @TempDir Path directory;

    @Test
    void scanner_on_a_port_finds_a_virus_and_lets_the_rest_pass() throws IOException {
        try (ScannerOnASocket scanner = ScannerOnASocket.onPort()) {
            assertThat(scan(scanner.address(), Samples.EICAR)).isEqualTo(Scan.INFECTED);
            assertThat(scan(scanner.address(), Samples.jpeg())).isEqualTo(Scan.CLEAN);
            assertThat(scan(scanner.address(), new byte[0])).isEqualTo(Scan.CLEAN);
        }
    }

    @Test
    void scanner_on_a_local_socket_is_asked_the_same() throws IOException {
        try (ScannerOnASocket scanner = ScannerOnASocket.onPath(directory.resolve("clamd.ctl"))) {
            assertThat(scan(scanner.address(), Samples.EICAR)).isEqualTo(Scan.INFECTED);
            assertThat(scan("unix:" + scanner.address(), Samples.PDF)).isEqualTo(Scan.CLEAN);
        }
    }

    @Test
    void virus_behind_two_megabytes_is_found() throws IOException {
        try (ScannerOnASocket scanner = ScannerOnASocket.onPort()) {
            assertThat(scan(scanner.address(), Samples.joined(new byte[2_000_001], Samples.EICAR))).isEqualTo(Scan.INFECTED);
        }
    }

    @Test
    void file_larger_than_the_scanner_takes_is_not_scanned() throws IOException {
        try (ScannerOnASocket scanner = ScannerOnASocket.onPort()) {
            assertThat(scan(scanner.address(), new byte[4 * 1024 * 1024 + 1])).isEqualTo(Scan.NOT_SCANNED);
        }
    }

    @Test
    void scanner_that_is_down_or_says_nothing_or_nonsense_is_asked_again_later() throws IOException {
        assertThat(scan("127.0.0.1:1", Samples.PDF)).isEqualTo(Scan.PENDING);
        assertThat(scan(directory.resolve("nobody").toString(), Samples.PDF)).isEqualTo(Scan.PENDING);
        assertThat(scan("no.such.host.invalid:3310", Samples.PDF)).isEqualTo(Scan.PENDING);
        try (ScannerOnASocket scanner = ScannerOnASocket.onPort()) {
            scanner.answer("stream: Can't allocate memory ERROR");
            assertThat(scan(scanner.address(), Samples.PDF)).isEqualTo(Scan.PENDING);
            scanner.answer("");
            assertThat(scan(scanner.address(), Samples.PDF)).isEqualTo(Scan.PENDING);
        }
        for (ScannerOnASocket scanner : new ScannerOnASocket[] {ScannerOnASocket.onPort(), ScannerOnASocket.onPath(directory.resolve("dumb"))}) {
            try (scanner) {
                scanner.neverAnswer();
                assertThat(scan(scanner.address(), Samples.PDF)).isEqualTo(Scan.PENDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamav:3310", "tcp://clamav:3310", "127.0.0.1:3310", "[::1]:3310", "/run/clamav/clamd.ctl", "unix:/run/clamav/clamd.ctl"})
    void setting_is_a_host_with_port_or_a_path(String setting) {
        assertThat(settings(setting).isClamavAnAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamav", "clamav:99999", "clamd.ctl", "http://clamav:3310", "clamav:3310/x", ":3310"})
    void anything_else_is_no_setting(String setting) {
        assertThat(settings(setting).isClamavAnAddress()).isFalse();
    }

    /** Runs where ClamAV is installed; its own daemon, its own protocol, one signature. */
    @Test
    void real_clamd_finds_the_test_virus() throws Exception {
        assumeTrue(Files.isExecutable(REAL_ONE), "No ClamAV on this machine");
        Path socket = directory.resolve("clamd.ctl");
        Path signatures = Files.createDirectory(directory.resolve("db"));
        Files.writeString(signatures.resolve("test.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
        Path configuration = Files.writeString(directory.resolve("clamd.conf"), """
                LocalSocket %s
                DatabaseDirectory %s
                Foreground yes
                StreamMaxLength 3M
                """.formatted(socket, signatures));
        Process clamd = new ProcessBuilder(REAL_ONE.toString(), "--config-file=" + configuration).redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile()).start();
        try {
            for (int i = 0; i < 300 && !Files.exists(socket) && clamd.isAlive(); i++) {
                clamd.waitFor(100, TimeUnit.MILLISECONDS);
            }
            assertThat(scan(socket.toString(), Samples.EICAR)).isEqualTo(Scan.INFECTED);
            assertThat(scan(socket.toString(), Samples.jpeg())).isEqualTo(Scan.CLEAN);
            assertThat(scan(socket.toString(), new byte[4 * 1024 * 1024])).isEqualTo(Scan.NOT_SCANNED);
        } finally {
            clamd.destroy();
            clamd.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static Scan scan(String address, byte[] content) {
        return new ClamAv(settings(address)).scan(new ByteArrayInputStream(content));
    }

    private static EvidenceProperties settings(String clamav) {
        return new EvidenceProperties(DataSize.ofMegabytes(25), 30, DataSize.ofMegabytes(200), 9, 64, clamav, Duration.ofSeconds(2));
    }
}

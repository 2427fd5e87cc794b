package org.complaintdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypeTests {

    private final ContentType types = new ContentType();

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(FileKind.JPEG, Samples.jpeg()),
                Arguments.of(FileKind.JPEG, Samples.turnedJpeg(40, 30)),
                Arguments.of(FileKind.PNG, Samples.picture("png", 40, 30)),
                Arguments.of(FileKind.GIF, Samples.gif(3)),
                Arguments.of(FileKind.WEBP, Samples.webp()),
                Arguments.of(FileKind.HEIC, Samples.HEIC),
                Arguments.of(FileKind.PDF, Samples.PDF),
                Arguments.of(FileKind.MP4, Samples.MP4),
                Arguments.of(FileKind.MOV, Samples.MOV),
                Arguments.of(FileKind.DOCX, Samples.docx()),
                Arguments.of(FileKind.XLSX, Samples.office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
                Arguments.of(FileKind.TEXT, "客服说当天发货\r\n至今没有收到".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(FileKind.TEXT, "客服说当天发货，至今没有收到".getBytes(Charset.forName("GBK"))),
                Arguments.of(FileKind.TEXT, "客服说当天发货".getBytes(StandardCharsets.UTF_16)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void taken(FileKind kind, byte[] content) throws IOException {
        assertThat(kindOf(content)).contains(kind);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a web page", Samples.HTML),
                Arguments.of("a web page after blanks", Samples.joined(Samples.ascii("\n\n   "), Samples.HTML)),
                Arguments.of("a web page with a mark", Samples.joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Samples.HTML)),
                Arguments.of("SVG", Samples.SVG),
                Arguments.of("SVG without a declaration", Samples.ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")),
                Arguments.of("a program", Samples.PROGRAM),
                Arguments.of("a shell script", Samples.ascii("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("an archive", Samples.archive()),
                Arguments.of("a document with macros", Samples.office("application/vnd.ms-word.document.macroEnabled.main+xml")),
                Arguments.of("a broken archive", Arrays.copyOf(Samples.docx(), 60)),
                Arguments.of("AVIF", Samples.joined(new byte[] {0, 0, 0, 24}, Samples.ascii("ftypavif"), new byte[16])),
                Arguments.of("sound", Samples.joined(new byte[] {0, 0, 0, 24}, Samples.ascii("ftypM4A "), new byte[16])),
                Arguments.of("nothing but zeros", new byte[10_000]),
                Arguments.of("noise", noise()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, byte[] content) throws IOException {
        assertThat(kindOf(content)).isEmpty();
    }

    @Test
    void picture_that_is_also_a_script_or_an_archive_is_only_a_picture() throws IOException {
        assertThat(kindOf(Samples.joined(Samples.jpeg(), Samples.archive()))).contains(FileKind.JPEG);
        assertThat(kindOf(Samples.joined(Samples.gif(1), Samples.HTML))).contains(FileKind.GIF);
    }

    @Test
    void truncated_picture_is_still_a_picture() throws IOException {
        assertThat(kindOf(Arrays.copyOf(Samples.jpeg(), 900))).contains(FileKind.JPEG);
    }

    private Optional<FileKind> kindOf(byte[] content) throws IOException {
        try (Spool spool = Samples.spool(content)) {
            return types.of(spool);
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[4_096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 + (i >> 3));
        }
        return noise;
    }
}

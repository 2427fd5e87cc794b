package org.complaintdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(30)
class SmallPicturesTests {

    private final SmallPictures pictures = upTo(64);

    private static SmallPictures upTo(int megapixels) {
        return new SmallPictures(new EvidenceProperties(DataSize.ofMegabytes(25), 30, DataSize.ofMegabytes(200), 9, megapixels,
                null, Duration.ofSeconds(5)));
    }

    @Test
    void large_photo_becomes_a_small_jpeg() throws IOException {
        BufferedImage small = drawn(Samples.picture("jpg", 4_000, 3_000), FileKind.JPEG);
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(360);
        assertThat(isRed(small, 10, 10)).isTrue();
    }

    @Test
    void photo_of_a_turned_phone_is_upright_and_does_not_tell_where_it_was_taken() throws IOException {
        byte[] small = small(Samples.turnedJpeg(400, 200), FileKind.JPEG).orElseThrow();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(400);
        assertThat(isRed(picture, 100, 10)).isTrue();
        assertThat(isRed(picture, 100, 390)).isFalse();
        assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void small_picture_is_not_blown_up() throws IOException {
        assertThat(drawn(Samples.picture("png", 40, 30), FileKind.PNG).getWidth()).isEqualTo(40);
        assertThat(drawn(Samples.picture("png", 1, 1), FileKind.PNG).getWidth()).isEqualTo(1);
    }

    @Test
    void very_long_picture_keeps_its_shape() throws IOException {
        BufferedImage screenshot = drawn(Samples.picture("png", 400, 20_000), FileKind.PNG);
        assertThat(screenshot.getHeight()).isEqualTo(480);
        assertThat(screenshot.getWidth()).isBetween(8, 11);
        assertThat(drawn(Samples.picture("png", 60_000, 1), FileKind.PNG).getWidth()).isEqualTo(480);
    }

    @Test
    void transparent_picture_lies_on_white() throws IOException {
        byte[] png = Samples.encoded("png", new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB));
        assertThat(new Color(drawn(png, FileKind.PNG).getRGB(50, 50))).isEqualTo(Color.WHITE);
    }

    @Test
    void webp_and_the_first_of_ten_thousand_frames_are_drawn() throws IOException {
        assertThat(drawn(Samples.webp(), FileKind.WEBP).getWidth()).isEqualTo(200);
        assertThat(drawn(Samples.gif(10_000), FileKind.GIF).getWidth()).isEqualTo(60);
    }

    @Test
    void picture_of_enormous_size_is_not_decoded() throws IOException {
        assertThat(small(Samples.pngBomb(100_000, 100_000), FileKind.PNG)).isEmpty();
        assertThat(small(Samples.pngBomb(Integer.MAX_VALUE, Integer.MAX_VALUE), FileKind.PNG)).isEmpty();
        assertThat(small(Samples.pngBomb(0, 100), FileKind.PNG)).isEmpty();
    }

    @Test
    void text_in_a_picture_that_unpacks_to_a_gigabyte_stays_packed() throws IOException {
        assertThat(drawn(Samples.pngWithPackedText(), FileKind.PNG).getWidth()).isEqualTo(40);
    }

    @Test
    void picture_that_is_held_as_a_whole_to_be_decoded_may_be_a_quarter_as_large() throws IOException {
        byte[] inGoes = Samples.jpegInSeveralGoes(800, 600);
        byte[] disguised = Samples.joined(Arrays.copyOf(inGoes, 2), new byte[] {(byte) 0xFF, (byte) 0xFF}, Arrays.copyOfRange(inGoes, 2, inGoes.length));
        assertThat(small(inGoes, FileKind.JPEG)).isPresent();
        for (byte[] content : new byte[][] {inGoes, disguised}) {
            try (Spool spool = Samples.spool(content)) {
                assertThat(JpegHead.of(spool).inOneGo()).isFalse();
                assertThat(upTo(1).of(spool, FileKind.JPEG)).isEmpty();
            }
        }
        try (Spool inOneGo = Samples.spool(Samples.picture("jpg", 800, 600))) {
            assertThat(upTo(1).of(inOneGo, FileKind.JPEG)).isPresent();
        }
    }

    @Test
    void damaged_picture_has_none() throws IOException {
        byte[] photo = Samples.jpeg();
        assertThat(small(Arrays.copyOf(photo, 300), FileKind.JPEG)).isEmpty();
        assertThat(small(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, FileKind.JPEG)).isEmpty();
        assertThat(small(Arrays.copyOf(Samples.webp(), 40), FileKind.WEBP)).isEmpty();
        assertThat(small(Arrays.copyOf(Samples.gif(1), 14), FileKind.GIF)).isEmpty();
    }

    @Test
    void documents_and_films_have_none() throws IOException {
        assertThat(small(Samples.PDF, FileKind.PDF)).isEmpty();
        assertThat(small(Samples.MP4, FileKind.MP4)).isEmpty();
        assertThat(small(Samples.HEIC, FileKind.HEIC)).isEmpty();
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y)).getRed() > 200;
    }

    private BufferedImage drawn(byte[] content, FileKind kind) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(small(content, kind).orElseThrow()));
    }

    private Optional<byte[]> small(byte[] content, FileKind kind) throws IOException {
        try (Spool spool = Samples.spool(content)) {
            return pictures.of(spool, kind);
        }
    }
}

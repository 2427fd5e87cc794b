package org.complaintdesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTests {

    @ParameterizedTest
    @CsvSource({
            "破损照片.jpg, 破损照片.jpg",
            "../../etc/passwd.jpg, passwd.jpg",
            "..\\..\\windows\\win.ini.jpg, win.ini.jpg",
            "C:\\fakepath\\photo.JPG, photo.JPG",
            "a／b⁄c∕d＼e.jpg, e.jpg",
            "photo, photo.jpg",
            "invoice.html, invoice.html.jpg",
            "setup.exe, setup.exe.jpg",
            ".htaccess, htaccess.jpg",
            "-rf.jpg, rf.jpg",
            "x<script>alert(1)<b>.jpg, x_script_alert(1)_b_.jpg",
            "a:b|c?d*e\"f&g.jpg, a_b_c_d_e_f_g.jpg",
            "photo.jpg. . ., photo.jpg",
            "con.jpg, _con.jpg",
            "NUL, _NUL.jpg",
            "com1.tar.jpg, _com1.tar.jpg",
            "LPT9 .jpg, _LPT9 .jpg",
            "console.jpg, console.jpg"})
    void name_is_harmless_on_every_system_and_tells_what_the_file_is(String sent, String safe) {
        assertThat(SafeName.of(sent, "未命名", FileKind.JPEG)).isEqualTo(safe);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "..", "/", "\\", "\0", "\u202E", "\u200B\uFEFF", "../../"})
    void nothing_left_of_a_name_is_unnamed(String sent) {
        assertThat(SafeName.of(sent, "未命名", FileKind.PDF)).isEqualTo("未命名.pdf");
    }

    @Test
    void what_nobody_can_see_or_turns_the_direction_of_reading_is_gone() {
        assertThat(SafeName.of("photo\u202Egpj.exe", "x", FileKind.JPEG)).isEqualTo("photogpj.exe.jpg");
        assertThat(SafeName.of("a\0b\r\nSet-Cookie: x\u2028\u200D\u2066.jpg", "x", FileKind.JPEG)).isEqualTo("abSet-Cookie_ x.jpg");
        assertThat(SafeName.of("a\uD83D.jpg", "x", FileKind.JPEG)).isEqualTo("a.jpg");
    }

    @Test
    void null_byte_does_not_cut_the_ending_off() {
        assertThat(SafeName.of("shell.php\0.jpg", "x", FileKind.JPEG)).isEqualTo("shell.php.jpg");
    }

    @Test
    void very_long_name_is_shortened_before_its_ending() {
        String name = SafeName.of("破".repeat(5_000) + ".jpeg", "x", FileKind.JPEG);
        assertThat(name).hasSize(80).endsWith("破.jpeg");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        assertThat(SafeName.of("x".repeat(70_000), "x", FileKind.JPEG)).hasSize(80).endsWith("x.jpg");
        assertThat(SafeName.of("😀".repeat(100) + ".jpg", "x", FileKind.JPEG)).endsWith("😀.jpg");
    }
}

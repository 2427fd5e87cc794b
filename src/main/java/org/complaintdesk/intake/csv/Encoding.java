package org.complaintdesk.intake.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;

/**
 * How the text of a file is written, found by reading all of it strictly: a mark at its beginning, else UTF-8, else
 * GB18030 (which holds GBK and GB2312). Whatever is none of these is refused rather than guessed.
 *
 * @param mark so many bytes at the beginning say the encoding and are no text
 */
record Encoding(Charset charset, int mark) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final int BUFFER = 1 << 16;

    /** @return empty when the file is in none of the encodings */
    static Optional<Encoding> of(InputStreamSource file) throws IOException {
        for (Encoding candidate : candidates(file)) {
            if (candidate.fits(file)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static List<Encoding> candidates(InputStreamSource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            byte[] head = in.readNBytes(UTF_8_MARK.length);
            if (Arrays.equals(head, UTF_8_MARK)) {
                return List.of(new Encoding(StandardCharsets.UTF_8, UTF_8_MARK.length));
            }
            if (head.length >= 2 && head[0] == UTF_16_MARK[0] && head[1] == UTF_16_MARK[1]) {
                return List.of(new Encoding(StandardCharsets.UTF_16LE, UTF_16_MARK.length));
            }
        }
        return List.of(new Encoding(StandardCharsets.UTF_8, 0), new Encoding(Charset.forName("GB18030"), 0));
    }

    private boolean fits(InputStreamSource file) throws IOException {
        char[] buffer = new char[BUFFER];
        try (Reader reader = open(file)) {
            while (reader.read(buffer) >= 0) {
                // Reading it is the test.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** @return the text; a byte that does not fit the encoding fails the reading */
    Reader open(InputStreamSource file) throws IOException {
        InputStream in = file.getInputStream();
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), BUFFER);
    }
}

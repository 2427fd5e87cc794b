package org.complaintdesk.intake.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The raw mails of {@code src/test/resources/mail} and what is known about each. */
public final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/mail");

    private Corpus() {
    }

    /**
     * One raw mail.
     *
     * @param expected what {@code corpus.yaml} says about it
     */
    public record RawMail(String file, Map<String, Object> expected) {

        /** @param values what stands for {@code {{NAME}}}, name and value in turn */
        public byte[] raw(String... values) {
            try {
                String bytes = Files.readString(FOLDER.resolve(file + ".eml"), StandardCharsets.ISO_8859_1);
                return fill(bytes, values).getBytes(StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String text(String key, String... values) {
            Object value = expected.get(key);
            return value == null ? null : fill(value.toString(), values);
        }

        public boolean says(String key) {
            return expected.containsKey(key);
        }

        @SuppressWarnings("unchecked")
        public List<String> list(String key, String... values) {
            return ((List<String>) expected.getOrDefault(key, List.of())).stream().map(each -> fill(each, values)).toList();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    public static Stream<RawMail> all() {
        try {
            Map<String, Map<String, Object>> mails = new YAMLMapper().readValue(FOLDER.resolve("corpus.yaml").toFile(),
                    new TypeReference<LinkedHashMap<String, Map<String, Object>>>() {
                    });
            return mails.entrySet().stream().map(mail -> new RawMail(mail.getKey(), mail.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String text, String... values) {
        String filled = text;
        for (int i = 0; i < values.length; i += 2) {
            filled = filled.replace("{{" + values[i] + "}}", values[i + 1]);
        }
        return filled;
    }
}

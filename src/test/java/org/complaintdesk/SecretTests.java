package org.complaintdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come from the environment; nothing in the repository looks like one. */
class SecretTests {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", ".local", ".idea");
    /** Keys as they are known to look, and settings of the kind that have a value written beside them. */
    private static final Pattern SECRET = Pattern.compile("""
            -----BEGIN [A-Z ]*PRIVATE KEY-----\
            |\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b\
            |\\bgh[pousr]_[A-Za-z0-9]{30,}\
            |\\bglpat-[\\w-]{20,}\
            |\\bsk-[A-Za-z0-9]{32,}\
            |\\bLTAI[A-Za-z0-9]{16,}\\b\
            |\\bAKID[A-Za-z0-9]{16,}\\b\
            |\\bxox[baprs]-[A-Za-z0-9-]{10,}\
            |\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}\
            |://[^/\\s:@$]+:[^/\\s:@$]{3,}@""");
    private static final Pattern SETTING = Pattern.compile(
            "(?i)^\\s*(?:export\\s+)?[\\w.-]*(?:password|secret|api[-_]?key|token)\\s*[:=]\\s*[\"']?([^\\s\"'#]+)");
    /** A reference, an ellipsis, a word of the documentation. */
    private static final Pattern HARMLESS = Pattern.compile("[$<{…(].*|…|\\.\\.\\.|demo|secret|postgres|change[-_]?me.*");

    @Test
    void no_file_has_something_that_looks_like_a_key() throws IOException {
        assertThat(found(SECRET, path -> true)).isEmpty();
    }

    @Test
    void no_configuration_file_has_a_password() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (!name.matches(".*\\.(ya?ml|env|sh|json|toml|ini|conf)|run") || name.equals("en.yaml") || file.toString().contains("locales")) {
                continue;
            }
            for (String line : read(file).lines().toList()) {
                var setting = SETTING.matcher(line);
                if (setting.find() && !HARMLESS.matcher(setting.group(1)).matches()) {
                    lines.add(file + ": " + line.strip());
                }
            }
        }
        assertThat(lines).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://desk:hunter22@db/desk", "AKIA" + "ABCDEFGHIJKLMNOP", "-----BEGIN RSA " + "PRIVATE KEY-----"})
    void the_test_knows_one_when_it_sees_one(String secret) {
        assertThat(SECRET.matcher(secret).find()).isTrue();
    }

    private static List<String> found(Pattern pattern, java.util.function.Predicate<Path> which) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            if (which.test(file) && !file.endsWith("SecretTests.java")) {
                read(file).lines().filter(line -> pattern.matcher(line).find()).forEach(line -> found.add(file + ": " + line.strip()));
            }
        }
        return found;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            return all.filter(Files::isRegularFile).filter(file -> Stream.iterate(file, path -> path != null, Path::getParent)
                    .noneMatch(part -> part.getFileName() != null && NOT_OURS.contains(part.getFileName().toString()))).toList();
        }
    }

    /** @return nothing for what is no text */
    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return "";
        }
    }
}

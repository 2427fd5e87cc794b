package org.complaintdesk.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Texts with a known verdict, one a line, in {@code compliance/*.txt}. */
final class Corpus {

    private static final Pattern INVISIBLE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    private Corpus() {
    }

    static List<String> read(String name) throws IOException {
        return new ClassPathResource("compliance/" + name + ".txt").getContentAsString(UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Corpus::written).toList();
    }

    private static String written(String line) {
        return INVISIBLE.matcher(line.replace("\\n", "\n"))
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}

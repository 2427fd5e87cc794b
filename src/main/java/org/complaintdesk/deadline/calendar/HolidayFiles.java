package org.complaintdesk.deadline.calendar;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.deadline.calendar.HolidayMistake.Kind;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the holidays of a year: a YAML file named after the year, with the days as the notice of the State Council's
 * General Office states them. Which days are off and which are worked instead is decided anew each November and cannot
 * be computed, so it is data. The application brings the past years and the current one in {@code calendar/cn}.
 */
public final class HolidayFiles {

    private static final String ENDING = ".yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).addModule(new JavaTimeModule()).build();

    private HolidayFiles() {
    }

    /**
     * @return the Chinese holidays that the application brings
     * @throws IllegalStateException when a file cannot be read or contradicts itself
     */
    public static Holidays china() {
        try {
            List<HolidayYear> years = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:calendar/cn/*" + ENDING)) {
                try (InputStream in = file.getInputStream()) {
                    years.add(read(file.getFilename(), in));
                }
            }
            return Holidays.of(years);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The Chinese holidays cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param folder with files such as {@code 2027.yaml}; anything else in it is left alone
     * @return the years in the folder
     * @throws IllegalStateException when there is no such folder, or a file cannot be read or contradicts itself
     */
    public static List<HolidayYear> in(Path folder) {
        List<HolidayYear> years = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    years.add(read(file.getFileName().toString(), in));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IllegalStateException("There is no folder " + folder + " to read holidays from", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The holidays in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return years;
    }

    /**
     * @param name the name of the file, such as {@code 2026.yaml}
     * @throws HolidayMistake when it is not such a file, or contradicts itself
     */
    public static HolidayYear read(String name, InputStream content) throws IOException {
        HolidayYear year = parse(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
        if (!name.equals(year.year() + ENDING)) {
            throw new HolidayMistake(Kind.OTHER_YEAR, "The file " + name + " does not hold the year it is named after", name,
                    String.valueOf(year.year()));
        }
        return year;
    }

    /**
     * @param content what such a file holds
     * @throws HolidayMistake when it is not that, or contradicts itself
     */
    public static HolidayYear parse(String content) {
        return parse("this text", content);
    }

    private static HolidayYear parse(String where, String content) {
        try {
            HolidayYear year = YAML.readValue(content, HolidayYear.class);
            if (year == null) {
                throw new HolidayMistake(Kind.UNREADABLE, "There are no holidays in " + where, 1);
            }
            return year;
        } catch (JsonProcessingException e) {
            throw refused(where, e);
        }
    }

    private static HolidayMistake refused(String where, JsonProcessingException e) {
        String message = "The holidays in " + where + ": ";
        HolidayMistake refused;
        if (e.getCause() instanceof HolidayMistake mistake) {
            refused = new HolidayMistake(mistake.kind(), message + mistake.getMessage(), mistake.about().toArray());
        } else {
            JsonLocation at = e.getLocation();
            refused = new HolidayMistake(Kind.UNREADABLE, message + e.getMessage(), at == null ? "–" : at.getLineNr());
        }
        refused.initCause(e);
        return refused;
    }
}

package org.complaintdesk.words;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.Wording;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The lists the application brings: {@code words/*.yaml}, one file for each group of lists. */
@Component
class DefaultLists {

    private static final String ENDING = ".yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private final List<WordGroup> groups;
    private final Map<String, WordList> lists;

    DefaultLists(Wording wording) throws IOException {
        String language = wording.locale().getLanguage();
        groups = Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:words/*" + ENDING))
                .sorted(Comparator.comparing(Resource::getFilename))
                .map(file -> read(file, language)).toList();
        lists = groups.stream().flatMap(group -> group.lists().stream())
                .collect(Collectors.toMap(WordList::name, list -> list, (one, other) -> {
                    throw new IllegalStateException("Two word lists are called " + one.name());
                }, LinkedHashMap::new));
    }

    /** One text in each language. */
    private record Text(String zh, String en) {

        Text {
            if (zh == null || en == null) {
                throw new IllegalArgumentException("A text needs both zh and en: " + zh + ", " + en);
            }
        }

        String in(String language) {
            return language.equals("en") ? en : zh;
        }
    }

    private record ListFile(Text title, Text about, List<String> words) {
    }

    /** @param inTexts false for names that are compared as a whole and mean nothing within a text; left out, true */
    private record GroupFile(Text title, Text about, Boolean inTexts, LinkedHashMap<String, ListFile> lists) {
    }

    private static WordGroup read(Resource file, String language) {
        try (InputStream in = file.getInputStream()) {
            String group = file.getFilename().substring(0, file.getFilename().length() - ENDING.length());
            GroupFile read = YAML.readValue(in, GroupFile.class);
            return new WordGroup(group, read.title.in(language), read.about.in(language), read.inTexts == null || read.inTexts,
                    read.lists.entrySet().stream()
                    .map(list -> new WordList(list.getKey(), group, list.getValue().title.in(language),
                            list.getValue().about.in(language), List.copyOf(list.getValue().words)))
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("The word lists of " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<WordGroup> groups() {
        return groups;
    }

    Map<String, WordList> lists() {
        return lists;
    }

    Optional<WordList> find(String name) {
        return Optional.ofNullable(lists.get(name));
    }
}

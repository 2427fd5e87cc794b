package org.complaintdesk.words;

import java.util.List;
import java.util.Optional;

/** The words of one list and what does not count as one of them. */
record PlainWords(List<Word> words, List<Word> exceptions) {

    static PlainWords of(List<String> lines) {
        List<Word> all = lines.stream().map(Word::of).toList();
        return new PlainWords(all.stream().filter(word -> !word.exception()).toList(),
                all.stream().filter(Word::exception).toList());
    }

    /** @return the first word of the list that the text has */
    Optional<Word> firstIn(String plain) {
        String counted = withoutExceptions(plain);
        return words.stream().filter(word -> word.in(counted, 0).isPresent()).findFirst();
    }

    private String withoutExceptions(String plain) {
        StringBuilder counted = new StringBuilder(plain);
        for (Word exception : exceptions) {
            Optional<Word.Span> place = exception.in(plain, 0);
            while (place.isPresent()) {
                int start = place.get().start();
                int end = place.get().end();
                counted.replace(start, end, " ".repeat(end - start));
                place = exception.in(plain, end);
            }
        }
        return counted.toString();
    }
}

package org.complaintdesk.words;

import java.util.List;
import org.springframework.stereotype.Component;

/** Shows what the lists and the desk make of a text, without doing anything about it. */
@Component
class TryOut {

    private final DefaultLists defaults;
    private final WordLists lists;
    private final List<TextTrial> trials;

    TryOut(DefaultLists defaults, WordLists lists, List<TextTrial> trials) {
        this.defaults = defaults;
        this.lists = lists;
        this.trials = trials;
    }

    record Hit(WordList list, String word) {
    }

    record Opinion(String title, List<String> sentences) {
    }

    record Outcome(List<Hit> hits, List<Opinion> opinions) {
    }

    Outcome of(String text) {
        List<Hit> hits = defaults.groups().stream().filter(WordGroup::inTexts).flatMap(group -> group.lists().stream())
                .flatMap(list -> lists.firstWord(text, list.name()).map(word -> new Hit(list, word)).stream()).toList();
        return new Outcome(hits, trials.stream().map(trial -> new Opinion(trial.title(), trial.outcome(text))).toList());
    }
}

package org.complaintdesk.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.TableColumn.Kind;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.words.WordLists;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A table's words as people read them. */
@Component
class Labels {

    private static final int FEW = 12;

    private final Wording wording;
    private final WordLists lists;
    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final TimeCells times;
    private volatile Map<String, String> tasks;

    Labels(Wording wording, WordLists lists, RepositoryService repository, AsSystem asSystem, TimeCells times) {
        this.wording = wording;
        this.lists = lists;
        this.repository = repository;
        this.asSystem = asSystem;
        this.times = times;
    }

    /** @return the label of a word of this column: that of the messages, of the task or the word list, else the word itself */
    String of(Column column, String word) {
        if (column.kind() == Kind.LISTS) {
            return lists.title(word).orElse(word);
        }
        if (column.kind() == Kind.FLAG) {
            return wording.text("tables.flag." + word);
        }
        if (column.kind() == Kind.TIME) {
            return times.said(word);
        }
        if (column.meant().labels() != null) {
            try {
                return wording.text(column.meant().labels() + "." + word);
            } catch (NoSuchMessageException none) {
                return tasks().getOrDefault(word, word);
            }
        }
        return word;
    }

    /** @return a word that is typed, not chosen, as the form has it */
    String typed(Column column, String word) {
        return column.kind() == Kind.TIME ? times.said(word) : word;
    }

    /**
     * @param inputs of the table: a condition may compare one with another
     * @return a condition in plain words
     */
    String of(List<Column> inputs, Column column, Condition condition) {
        return condition.comparison().flatMap(compared -> inputs.stream()
                        .filter(input -> input.name().equals(compared.values().get(0))).findFirst()
                        .map(input -> wording.text("tables.is." + compared.how(), wording.text("tables.column", brief(input)))))
                .orElseGet(() -> of(column, condition));
    }

    /** Without what its label explains in brackets. */
    private static String brief(Column column) {
        return column.label().replaceFirst("\\s*[（(].*", "");
    }

    /** @return a condition in plain words */
    String of(Column column, Condition condition) {
        List<String> values = condition.values().stream().map(value -> of(column, value)).toList();
        return switch (condition.how()) {
            case ONE_OF, ON_LIST -> joined(values);
            case FORMULA -> condition.values().get(0);
            case SAID, NOT_SAID -> wording.text("tables.is." + condition.how(), said(values));
            case NONE_OF, NOT_ON_LIST -> wording.text("tables.is." + condition.how(), joined(values));
            default -> wording.text("tables.is." + condition.how(), values.toArray());
        };
    }

    private String said(List<String> values) {
        return values.size() <= FEW ? joined(values)
                : wording.text("tables.and-more", joined(values.subList(0, FEW)), values.size());
    }

    private String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(wording.text("tables.separator")));
    }

    /** @return an output's cell in plain words */
    String value(Column column, String cell) {
        return Feel.word(cell).map(word -> of(column, word))
                .orElseGet(() -> cell.equals("true") || cell.equals("false") ? wording.text("tables.flag." + cell) : cell);
    }

    /** The names of user tasks: tables about times know them by their ids. They change only with the software. */
    private Map<String, String> tasks() {
        if (tasks == null) {
            tasks = asSystem.call(() -> {
                Map<String, String> names = new HashMap<>();
                repository.createProcessDefinitionQuery().latestVersion().list().forEach(process ->
                        repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                                .filter(task -> StringUtils.hasText(task.getName()))
                                .forEach(task -> names.put(task.getId(), task.getName().replaceAll("\\s+", " "))));
                return Map.copyOf(names);
            });
        }
        return tasks;
    }
}

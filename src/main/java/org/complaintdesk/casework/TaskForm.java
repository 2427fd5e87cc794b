package org.complaintdesk.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;

/** What the open form of one task shows: stored with the task, or told to whoever reads the form ({@link FormContents}). */
public final class TaskForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BiConsumer<String, Object> texts;
    private final BiConsumer<String, Object> values;

    /**
     * Stored. Texts and options stay with the task alone and go with it; the values that fields start with lie where submitted
     * values do, so that a submitted value always replaces them.
     */
    public TaskForm(DelegateTask task) {
        this.texts = task::setVariableLocal;
        this.values = task.getExecution()::setVariable;
    }

    /** Told. Where a value is stored already, a version before or somebody by REST stored it: with that the field starts. */
    TaskForm(DelegateTask task, VariableMap told) {
        this.texts = told::put;
        this.values = (field, value) -> {
            if (!task.hasVariable(field)) {
                told.put(field, value);
            }
        };
    }

    /** The values fields start with, and nothing else. */
    public TaskForm(Map<String, Object> values) {
        this.texts = (name, text) -> { };
        this.values = values::put;
    }

    /** A text the form shows. */
    public void show(String name, String text) {
        texts.accept(name, text);
    }

    /** The value a field starts with; nothing when null. */
    public void prefill(String field, Object value) {
        if (value != null) {
            values.accept(field, value);
        }
    }

    /** @param choices value and label of each option, in order */
    public void options(String name, List<Map.Entry<String, String>> choices) {
        List<Map<String, String>> options = choices.stream()
                .map(choice -> Map.of("value", choice.getKey(), "label", choice.getValue())).toList();
        try {
            texts.accept(name, SpinValues.jsonValue(JSON.writeValueAsString(options)).create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

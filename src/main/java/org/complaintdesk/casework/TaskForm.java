package org.complaintdesk.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * What the open form of one task shows. Texts and options stay with the task alone and go with it; the values that fields
 * start with lie where submitted values do, so that a submitted value always replaces them.
 */
public final class TaskForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DelegateTask task;

    public TaskForm(DelegateTask task) {
        this.task = task;
    }

    /** A text the form shows. */
    public void show(String name, String text) {
        task.setVariableLocal(name, text);
    }

    /** The value a field starts with; nothing when null. */
    public void prefill(String field, Object value) {
        if (value != null) {
            task.getExecution().setVariable(field, value);
        }
    }

    /** @param choices value and label of each option, in order */
    public void options(String name, List<Map.Entry<String, String>> choices) {
        List<Map<String, String>> options = choices.stream()
                .map(choice -> Map.of("value", choice.getKey(), "label", choice.getValue())).toList();
        try {
            task.setVariableLocal(name, SpinValues.jsonValue(JSON.writeValueAsString(options)).create());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

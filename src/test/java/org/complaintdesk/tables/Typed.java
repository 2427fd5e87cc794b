package org.complaintdesk.tables;

import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a browser sends of a row's form that nobody has changed. */
final class Typed {

    private Typed() {
    }

    static MultiValueMap<String, String> of(RowForm.Fields fields) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        fields.inputs().forEach(field -> {
            String name = "in" + field.index() + ".";
            field.hows().stream().filter(RowForm.HowChoice::chosen).forEach(how -> typed.add(name + "how", how.value()));
            field.words().stream().filter(RowForm.Choice::chosen).forEach(word -> typed.add(name + "word", word.value()));
            typed.add(name + "low", field.low());
            typed.add(name + "high", field.high());
            typed.add(name + "lines", field.lines());
            typed.add(name + "formula", field.formula());
        });
        fields.outputs().forEach(field -> {
            String name = "out" + field.index() + ".";
            List<String> chosen = field.words().stream().filter(RowForm.Choice::chosen).map(RowForm.Choice::value).toList();
            typed.add(name + "text", field.words().isEmpty() ? field.text() : chosen.isEmpty() ? "" : chosen.get(0));
            if (field.formula()) {
                typed.add(name + "formula", "true");
            }
        });
        typed.add("note", fields.note());
        return typed;
    }
}

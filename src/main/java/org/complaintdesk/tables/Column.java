package org.complaintdesk.tables;

import java.util.List;
import org.complaintdesk.platform.TableColumn;

/**
 * @param name    of an input the expression, of an output its name
 * @param label   for people
 * @param type    the engine's word for it; empty when the table says none
 * @param allowed what the table allows here; empty when it names nothing
 * @param meant   what the code behind it makes of it
 */
record Column(String name, String label, String type, List<String> allowed, TableColumn meant) {

    Column {
        allowed = List.copyOf(allowed);
    }

    /** @return what may be chosen: what the table allows, else what the code understands; empty when it is not chosen */
    public List<String> choices() {
        return allowed.isEmpty() ? meant.words() : allowed;
    }

    public TableColumn.Kind kind() {
        return meant.kind();
    }

    boolean isNumber() {
        return kind() == TableColumn.Kind.NUMBER || kind() == TableColumn.Kind.WHOLE;
    }
}

package org.complaintdesk.platform;

import java.util.Map;

/**
 * What the code that asks a decision table needs of it. One bean for each table that people may change on a page; nothing
 * is published that does not fulfil it.
 */
public interface TableUse {

    /** @return the decision's id */
    String table();

    /** @return by the input's expression or the output's name; a column may be left out when the table itself says enough */
    Map<String, TableColumn> columns();

    /** Looks at what no column says by itself. Called only for a table whose cells are all right. */
    default void check(TableUnderCheck table) {
    }
}

package org.complaintdesk.intake.csv;

import java.util.List;
import java.util.Set;

/** What the rows of one kind of file become. */
interface RowTarget {

    ImportKind kind();

    /** @return every column that is understood, in the order in which they are explained */
    List<Column> columns();

    /** @return the columns no file may lack; those that have a default for the whole file need not stand in it */
    Set<Column> required();

    /**
     * Takes one row in, in the transaction of its batch. A row that is refused has left nothing behind, and its problems
     * are noted in it.
     */
    RowFate take(Row row);
}

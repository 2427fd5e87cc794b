package org.complaintdesk.intake.csv;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What the rows of one kind of file become. */
interface RowTarget {

    ImportKind kind();

    /** @return every column that is understood, in the order in which they are explained */
    List<Column> columns();

    /** @return the columns no file may lack; those that have a default for the whole file need not stand in it */
    Set<Column> required();

    /**
     * Reads one row; what cannot be read is noted in it.
     *
     * @return takes the row in, in the transaction of its batch; fails with
     *         {@link org.complaintdesk.platform.InvalidInput} for a row that is refused and has left nothing behind
     */
    Supplier<RowFate> read(Row row);
}

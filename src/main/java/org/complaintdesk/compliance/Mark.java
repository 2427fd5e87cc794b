package org.complaintdesk.compliance;

import java.util.Locale;

/**
 * What a word of a list tells about the text around it. Each mark has one list, named {@code compliance-} and the mark;
 * marks of one column exclude each other in the decision table, the later one counts.
 */
enum Mark {
    REVIEW(Column.OBJECT), PRAISE(Column.OBJECT),
    RATE(Column.ACT), APPEND(Column.ACT), SOLICIT(Column.ACT), CHANGE(Column.ACT), DELETE(Column.ACT),
    DISCOURAGE(Column.ACT), DICTATE(Column.ACT),
    INVITE(Column.TONE), ASK(Column.TONE),
    REMEDY(Column.OFFER), REWARD(Column.OFFER),
    CONDITION(Column.CONDITION),
    LEGAL(Column.PRESSURE), PERSIST(Column.PRESSURE), THREAT(Column.PRESSURE),
    REFUSAL(Column.REFUSAL),
    PRIVATE(Column.CONTACT),
    HEARD(Column.FRAME), THANKS(Column.FRAME), OWN(Column.FRAME), DISOWNED(Column.FRAME), FREE(Column.FRAME), NEGATED(Column.FRAME), QUOTED(Column.FRAME);

    /** The inputs of the decision table. */
    enum Column {
        OBJECT, ACT, TONE, OFFER, CONDITION, PRESSURE, REFUSAL, CONTACT, FRAME
    }

    private final Column column;

    Mark(Column column) {
        this.column = column;
    }

    Column column() {
        return column;
    }

    String list() {
        return "compliance-" + name().toLowerCase(Locale.ROOT);
    }

    /** What somebody would hide from the gate is found in disguise; other words would only be mistaken for one another. */
    Disguise deepestDisguise() {
        if (column == Column.OBJECT) {
            return Disguise.OTHER_TONE;
        }
        return column == Column.ACT || column == Column.CONTACT || this == REWARD ? Disguise.SAME_TONE : Disguise.NONE;
    }

    /** A frame tells how to take what follows it: as a quotation, a denial, thanks for a review ... */
    boolean isFrame() {
        return column == Column.FRAME;
    }
}

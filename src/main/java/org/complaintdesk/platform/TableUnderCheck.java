package org.complaintdesk.platform;

import java.util.List;
import java.util.Map;

/** A version of a table that somebody wants to put in force. */
public interface TableUnderCheck {

    /** @return the outputs of every rule, in the table's order, as they stand in it: plain texts and numbers */
    List<Map<String, Object>> rules();

    /**
     * @param rule  counted from 0
     * @param input its expression in the table
     * @return false only where the rule surely does not apply when that input is this word
     */
    boolean mayApply(int rule, String input, String word);

    /** @return what the engine answers; see {@link DecisionTables#evaluate} */
    List<Map<String, Object>> evaluate(Map<String, ?> inputs);

    /**
     * It cannot be put in force like this.
     *
     * @param rule counted from 0; negative when it is about the whole table
     * @param why  in the installation's language
     */
    void refuse(int rule, String why);
}

package org.complaintdesk.platform;

import java.util.List;
import java.util.Map;

/** The latest cases in which a decision table was asked, so that a new version can be tried on them. */
public interface TableCases {

    /** @return the decisions' ids that this answers for */
    List<String> tables();

    /**
     * @param table one of {@link #tables}
     * @return latest first; what is no longer known is left out
     */
    List<AskedCase> latest(String table, int atMost);

    /**
     * @param number the case's number
     * @param page   where the case can be read, without the application's address
     * @param inputs every input the table names; a value may be null
     */
    record AskedCase(String number, String page, Map<String, Object> inputs) {
    }
}

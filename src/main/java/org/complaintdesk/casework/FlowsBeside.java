package org.complaintdesk.casework;

import java.util.List;

/** The flows of a case that have business keys of their own instead of its number. Who starts such flows brings one. */
public interface FlowsBeside {

    /** @return the business keys of those that run or have ended */
    List<String> keys(String caseNumber);
}

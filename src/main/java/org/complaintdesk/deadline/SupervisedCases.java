package org.complaintdesk.deadline;

/** Which cases somebody supervises at this moment. Whoever brings overdue cases before people says so. */
public interface SupervisedCases {

    /** @return the level of escalation whose people have the case as an open task; 0 when nobody has */
    int level(String caseNumber);
}

package org.complaintdesk.policy;

/** How grave a complaint is: P1 injury, food safety, counterfeit, regulator or media; P2 money lost or goods unusable; P3 the rest. */
public enum Severity {
    P1, P2, P3
}

package org.complaintdesk.update;

/** Why a mail does not go out at once. Labels: {@code WaitReason.*} in the message bundles. */
public enum WaitReason {
    ADDRESS_BUSY, QUIET_HOURS, BUNDLED
}

package org.complaintdesk.deadline;

import java.time.Instant;

/** An alarm and the moment from which it is to be raised. */
record Alarm(AlarmLevel level, Instant at) {
}

/** When time counts: service hours, working days and holidays, and the arithmetic on them. */
@org.springframework.modulith.NamedInterface("calendar")
package org.complaintdesk.deadline.calendar;

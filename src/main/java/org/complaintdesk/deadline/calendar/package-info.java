/** When time counts: service hours, working days and holidays, and the arithmetic on them. */
package org.complaintdesk.deadline.calendar;

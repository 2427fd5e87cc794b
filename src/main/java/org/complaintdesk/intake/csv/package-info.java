/** The room of processes/intake/csv.bpmn: reviews and complaints out of files that shops export. */
package org.complaintdesk.intake.csv;

/** The room of processes/intake/mailbox.bpmn: mail is taken out of a mailbox, stored raw, and brought to its case. */
package org.complaintdesk.intake.mailbox;

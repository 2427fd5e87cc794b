/** What a raw mail says: who writes, what is new in it, what is attached, whether a person wrote it. Knows no case. */
package org.complaintdesk.intake.mail;

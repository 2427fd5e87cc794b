/** The room of processes/update/delivery.bpmn: how one update reaches its reader. */
package org.complaintdesk.update.delivery;

/** What every room stands on: model deployment, the clock, wording in the installation's language, decision tables, engine settings. */
@org.springframework.modulith.ApplicationModule(displayName = "Platform", allowedDependencies = {})
package org.complaintdesk.platform;

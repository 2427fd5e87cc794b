package org.complaintdesk.words;

import java.util.List;

/**
 * A list as the application brings it.
 *
 * @param name  by which code asks for it, unique
 * @param group which lists belong together, the name of the file they come from
 * @param title in the installation's language
 * @param about what the list is for, in the installation's language
 * @param lines one word each
 */
record WordList(String name, String group, String title, String about, List<String> lines) {
}

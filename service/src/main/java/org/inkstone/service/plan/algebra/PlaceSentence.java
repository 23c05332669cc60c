package org.inkstone.service.plan.algebra;

/** Says which row is meant by its place in the table. */
final class PlaceSentence {
  private PlaceSentence() {}

  static String beside(
      Plan.Beside beside, PlanSentence plans, ConditionSentence conditions, boolean chinese) {
    int rows = Math.abs(beside.offset());
    boolean below = beside.offset() > 0;
    String result = plans.say(beside.result());
    String key = conditions.say(beside.keys());
    if (chinese) {
      String side = below ? "后面" : "前面";
      return key + "的行" + side + "第" + rows + "行的" + result;
    }
    String count = rows == 1 ? "right " : rows + " rows ";
    return "the " + result + " " + count + (below ? "below" : "above") + " the row where " + key;
  }

  static String atPlace(Plan.AtPlace place, PlanSentence plans, boolean chinese) {
    int position = Math.abs(place.position());
    boolean last = place.position() < 0;
    String result = plans.say(place.result());
    if (chinese) {
      return (last ? "倒数" : "") + "第" + position + "行的" + result;
    }
    return "the " + result + " in row " + position + (last ? " from the bottom" : " of the table");
  }
}

package org.inkstone.service.sheet.function;

/** The groups that functions are listed in, as Excel lists them. */
public enum Category {
  MATH("Math and trigonometry", "数学与三角函数"),
  STATISTICAL("Statistical", "统计"),
  LOGICAL("Logical", "逻辑"),
  TEXT("Text", "文本"),
  DATE_TIME("Date and time", "日期与时间"),
  LOOKUP("Lookup and reference", "查找与引用"),
  INFORMATION("Information", "信息"),
  FINANCIAL("Financial", "财务"),
  ENGINEERING("Engineering", "工程"),
  DATABASE("Database", "数据库"),
  WEB("Web", "Web"),
  CUBE("Cube", "多维数据集"),
  ADD_IN("Add-in and automation", "加载项与自动化");

  private final String en;
  private final String zh;

  Category(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  /** In English. */
  public String en() {
    return en;
  }

  /** In Chinese. */
  public String zh() {
    return zh;
  }
}

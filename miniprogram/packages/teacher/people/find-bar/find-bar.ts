import { openPage } from '../../../../services/navigate';

/** Leads from any page of the desk to 找人. */
Component({
  properties: {
    /** Only people of this college; without it, everybody the caller may see. */
    collegeId: { type: String, value: '' },
  },
  methods: {
    onTap() {
      const { collegeId } = this.data;
      openPage('teacherFind', collegeId ? { collegeId } : {});
    },
  },
});
